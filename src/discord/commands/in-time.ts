/** Awaits work, but no longer than this, in ms: `instead` where it isn't done, or fails, by then. */
export async function inTime<T>(ms: number, work: Promise<T>, instead: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, ms, instead);
  });
  try {
    return await Promise.race([work.catch(() => instead), late]);
  } finally {
    clearTimeout(timer);
  }
}
