/** What the Assumptions page needs, loaded when it is first visited. */
export { default as AssumptionsPage } from './AssumptionsPage.svelte';
