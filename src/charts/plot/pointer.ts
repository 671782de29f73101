/** Where the pointer is in the chart that it is over: px from the upper left corner of its drawing. */
export function pointerIn(event: MouseEvent): { x: number; y: number } {
  const own = event.currentTarget as SVGElement;
  const { left, top } = (own.ownerSVGElement ?? own).getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
