/** Whether the optional onnxruntime-node is there; says so where it isn't. */
export const HAS_RUNTIME = await import('onnxruntime-node').then(
  () => true,
  () => {
    console.warn('onnxruntime-node is not installed: tests that run a model are skipped');
    return false;
  },
);
