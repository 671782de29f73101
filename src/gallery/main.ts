/** A page for those who work on the charts: every chart in every state, on real runs. Not part of the build. */
import { mount } from 'svelte';
import '../app/styles/tokens.css';
import '../app/styles/base.css';
import { startLooks } from '../app/shared/looks.ts';
import Gallery from './Gallery.svelte';
import Phase from './Phase.svelte';
import Witness from './Witness.svelte';

const query = new URLSearchParams(location.search);
const root = document.documentElement;
if (query.get('theme') === 'dark') root.dataset.theme = 'dark';
if (query.has('presenter')) root.dataset.presenter = '';

startLooks();
const target = document.getElementById('gallery')!;
// `?show=phase`: phase diagrams by themselves; `?show=witness`: what shows that a function lacks a property.
if (query.get('show') === 'phase') mount(Phase, { target });
else if (query.get('show') === 'witness') mount(Witness, { target });
else mount(Gallery, { target, props: { trial: Number(query.get('trial') ?? 12) } });
