/** What a tooltip says, and where: pixels of the chart. */
export interface Tip {
  x: number;
  y: number;
  text: string;
  /** Distance to keep from the point. */
  gap?: number | undefined;
}
