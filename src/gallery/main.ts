/** A page for those who work on the charts: every chart in every state, on real runs. Not part of the build. */
import { mount } from 'svelte';
import '../app/styles/tokens.css';
import '../app/styles/base.css';
import { bringTexts } from '../app/i18n/index.svelte.ts';
import { ROOMS } from '../app/i18n/shelves.ts';
import { allCode } from '../app/opening/code.ts';
import { startLooks } from '../app/shared/looks.ts';
import { bringTypeface } from '../app/shell/first/typeface.ts';
import Gallery from './Gallery.svelte';
import Phase from './Phase.svelte';
import Witness from './Witness.svelte';

const query = new URLSearchParams(location.search);
const root = document.documentElement;
const theme = query.get('theme');
if (theme !== null) root.dataset.theme = theme;
if (query.has('presenter')) root.dataset.presenter = '';

startLooks();
bringTypeface();
// Its runs are made here, and every room speaks.
await Promise.all([allCode(), ...ROOMS.map(bringTexts)]);
const target = document.getElementById('gallery')!;
// `?show=charts`: without what is computed for long; `?show=phase`: phase diagrams by themselves; `?show=witness`: what shows that a function lacks a property.
if (query.get('show') === 'phase') mount(Phase, { target });
else if (query.get('show') === 'witness') mount(Witness, { target });
else
  mount(Gallery, {
    target,
    props: { trial: Number(query.get('trial') ?? 12), computed: query.get('show') !== 'charts' },
  });
