/** It asks itself: a sub-heading that repeats the question, or somebody who doesn't know either. */
export const asks = {
    name: 'asks',
    value: ({ analysis }) => (ASKS.test(analysis.text) ? 1 : 0),
};
/** `?` of Latin, Greek, Arabic and Chinese texts, closing marks behind it. */
const ASKS = /[?\u037e؟？]["”’»)\]]{0,3}$/u;
