/**
 * A label is capitalised, and stands where a sentence or a line would begin. These are the labels of the news sites in
 * `fa-kes` (Sputnik, Ahram, TRT World, The New Arab, Asharq Al-Awsat, SANA) and of the themes and sharing buttons that
 * come with WordPress (https://wordpress.org/documentation/article/wordpress-block-editor/).
 */
export const LABELS = [
    label('names', /(?:^|(?<=[\d.!?)\p{L}] ))Tags(?=:| \p{L})(?! (?:are|were|have|had|can|will|on|of|for|in|from|with|and|or|that|which)\b)/gu),
    label('names', /(?:^|(?<=[\d.!?)] ))Related(?=:| \p{Lu})/gu),
    label('nothing', /\bTopic:? \p{Lu}[^.!?()]{1,80}\(\d{1,5}\)(?: \d{1,7}){0,3}/gu),
    label('more', /\b(?:Related (?:News|Coverage|Stor(?:y|ies)|Articles?|Topics?|Posts?|Links?|Content)|Category News|Latest updates|(?:Read|See) (?:[Aa]lso|[Mm]ore)|Most (?:Read|Popular|Viewed)|You (?:May|Might) Also Like|Recommended for [Yy]ou|Filed [Uu]nder|Posted in)(?=:|$| \p{Lu}| \d)/gu),
    label('nothing', /\bGet short URL(?: \d{1,7}){0,3}/gu),
    label('nothing', /\bPrint(?: \|)? Tweet(?: Views(?: \d{1,7})?)?/gu),
    label('nothing', /\bComment via ?\p{Lu}\p{Ll}{2,20}(?: News)?|\bCommunity standards ?Discussion\b/gu),
    label('more', /(?:^|(?<=[.!?] ))(?:F(?:ollow|OLLOW)|L(?:ike|IKE)|S(?:ubscribe|UBSCRIBE)|J(?:oin|OIN)|Find|Watch|Share)(?: [\p{L}\p{N}]{1,20}){0,4} on (?:Facebook|Twitter|X|You[Tt]ube|Instagram|Telegram|WhatsApp|LinkedIn|Google)\b/gu),
    label('more', /(?:^|(?<=[.!?] ))(?:Subscribe|Sign up|SUBSCRIBE|SIGN UP) (?:to|for|here|now|today)\b/gu),
    label('nothing', /(?:^|(?<=[.!?] ))(?:Skip to (?:main )?content|Click here (?:to|for)|Share (?:this|via))\b/gu),
    label('more', /\b[Ww]e (?:won.?t|will not|never) spam you\b/gu),
    label('nothing', /\bLike(?: Follow){1,2}\b|\bFOLLOW [A-Z]{3,}\b/gu),
    label('nothing', /\bCopyright (?:©|\(c\)|by |(?=(?:19|20)\d\d)) ?|© ?(?=(?:19|20)\d\d)|\bAll [Rr]ights [Rr]eserved/gu),
    label('nothing', /^\(?Sources?:? (?:[\p{Lu}][\p{L}]{1,20} ){1,4}(?:and (?:news )?agencies\b|.{0,20}Twitter$)/gu),
    label('nothing', /^\(?Source: [^.!?]{1,60}\)(?: Twitter)?$/gu),
];
/** Labels that stand on a line of their own, in lower case. */
export const LINES = new Set(`share|share this|share this article|share this post|tweet|print|email|e-mail|comment|comments|no comments|leave a comment|
leave a reply|advertisement|sponsored|sponsored content|menu|search|home|log in|login|sign in|register|newsletter|next|previous|
load more|back to top|contact|contact us|about|about us|cookie policy|privacy policy|terms of use`.split(/\|\n?/));
function label(heads, pattern) {
    return { heads, pattern };
}
