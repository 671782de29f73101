/** What a tooltip says, and where: pixels of the chart. */
export interface Tip {
  x: number;
  y: number;
  text: string;
  /** Distance to keep from the point. */
  gap?: number | undefined;
  /** Beside the point, its top at `y`, on the side that has room: for lists that would hide what they are about. */
  beside?: boolean | undefined;
}
