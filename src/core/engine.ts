/**
 * Of what scenarios give: raised whenever one gives other trials than before, so that kept runs and files say by which they were
 * made, and nobody goes on with runs of another. `conformance/vectors.test.ts` asks for it.
 */
export const ENGINE = 1;
