/** When the first chart is on screen: what is asked for from then on has not kept it waiting. */
let drawn = false;
let shown!: () => void;
const onScreen = new Promise<void>((resolve) => (shown = resolve));

/** Ms after the next frame; then a page may do without charts. */
const PATIENCE = 1500;

/** A chart is drawn: the next frame shows it. */
export function chartDrawn(): void {
  if (drawn) return;
  drawn = true;
  requestAnimationFrame(() => setTimeout(shown));
}

/**
 * Calls back once the first chart is on screen, and the frame that is being made as well.
 * @returns takes that back
 */
export function afterFirstPicture(then: () => void): () => void {
  let wanted = true;
  const go = () => {
    if (wanted) then();
    wanted = false;
  };
  const frame = requestAnimationFrame(() =>
    setTimeout(() => {
      void onScreen.then(go);
      setTimeout(go, PATIENCE);
    }),
  );
  return () => {
    wanted = false;
    cancelAnimationFrame(frame);
  };
}
