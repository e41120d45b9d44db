/** What was searched and how long it took. */
export function footerOf({ articles, took_ms }, { answer }) {
    return [answer.searched(articles), answer.seconds((took_ms / 1_000).toFixed(took_ms < 10 ? 3 : 2))];
}
