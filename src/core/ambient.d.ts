// seedrandom ships its generators one file each; its types only cover the default export.
declare module 'seedrandom/lib/alea.js' {
  export default function alea(seed: string): () => number;
}
