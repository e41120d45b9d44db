/** What a sentence says of the name that was asked for alone: who, what, or where it is. */
export interface Description {
  /** How plainly, 0 to 1. */
  readonly value: number;
  /** Says the same as another one with this key: "president", "northern"; empty where it says no more than that it is a town, which is no news. */
  readonly key: string;
}
