const BE = '(?:is|are|was|were)';
const THE = '(?:the|its|their|his|her|a|an)';
/** Verbs of saying, in the forms that a question has them in. */
const SAYING = '(?:say|saying|said|tell|told|announce|announced|state|stated|claim|claimed|declare|declared|warn|warned|think|think of)';
/** Ways of asking after a form of answer. The first that matches says it. */
export const FORMS = [
    { pattern: /\bhow come\b/, kind: 'why', expects: 'reason' },
    { pattern: /\bhow old\b/, expects: 'age' },
    { pattern: /\bhow long\b(?: ago\b)?/, expects: 'duration' },
    { pattern: /\bhow (?:often|many times)\b/, expects: 'frequency' },
    { pattern: /\bhow (?:far|tall|high|deep|wide|big|large)\b(?: away\b)?/, expects: 'distance' },
    { pattern: /\bhow (?:fast|heavy|hot|cold|close|late|early|soon)\b/, expects: 'number' },
    {
        pattern: /\bhow much(?: money)?(?= .*\b(?:costs?|paid|pay|pays|spent|spend|spends|worth|earn\w*|rais\w+|owe\w*|fined?|charge\w*|sold|bought|buy|invest\w*|donat\w+)\b)/,
        kind: 'how-many',
        expects: 'money',
    },
    { pattern: /\bhow much money\b/, kind: 'how-many', expects: 'money' },
    { pattern: /\bhow (?:many|much)\b(?: (?:of|in total|total)\b)*/, kind: 'how-many', expects: 'number' },
    { pattern: /\b(?:what|which) time\b(?: of (?:the )?day\b)?/, expects: 'time' },
    { pattern: /\b(?:what|which) years?\b/, expects: 'year' },
    { pattern: /\b(?:what|which) (?:date|day|month|weekday|day of (?:the )?week)\b/, expects: 'date' },
    { pattern: /\b(?:what|which) per ?cent(?:age)?(?: of\b)?/, expects: 'percent' },
    { pattern: new RegExp(`\\b(?:what|which) (?:${BE} ${THE} )?colou?rs?\\b`), expects: 'colour' },
    { pattern: new RegExp(`\\bwhat (?:${BE} )?${THE} (?:price|cost|costs)\\b`), expects: 'money' },
    {
        pattern: new RegExp(`\\b(?:what|which) (?:${BE} )?(?:${THE} )?(?:main |real |official )?(?:reasons?|causes?|motives?|purpose)\\b(?: (?:for|of|behind|why|that)\\b)?`),
        expects: 'reason',
    },
    {
        pattern: /\bwhat (?:caused|causes|led to|leads to|triggered|prompted|sparked|provoked)\b/,
        expects: 'reason',
    },
    { pattern: /\bwhat made\b/, expects: 'reason' },
    { pattern: /\bwhat (?:does|did|do) (?<kept>.+?) (?:stand for|mean)$/, about: true },
    {
        pattern: new RegExp(`\\bwhat (?:did|does|do|has|have|had) (?<kept>.+?) ${SAYING}\\b(?: about\\b)?`),
        expects: 'statement',
    },
];
/** Ways of asking that say nothing of the answer's form. All that match count, in this order. */
export const PHRASES = [
    /^(?:(?:hey|hi|hello|ok|okay|please|and|so|but|ibid) )+(?=\S)/,
    /^(?:(?:can|could|would|will) (?:you|u|someone|anyone) )(?:please )?/,
    /^(?:please )?(?:tell|show|give|find) (?:me|us)\b(?: (?:all|everything|anything|something|more|a bit|a summary|an overview|details|info|information))*(?: (?:that )?you know)?(?: (?:about|on|of)\b)?/,
    /^(?:please )?(?:describe|explain|summari[sz]e|outline|discuss|define|list)\b(?: (?:all|all of|every)\b)?(?: me| us)?(?= )/,
    /^(?:a |an )?(?:summary|overview|description|list|explanation) of\b/,
    /^(?:please )?name (?=(?:the|a|all|some|every|two|three|four|five)\b)/,
    /^(?:do|does|did|can|could) (?:you|u|anyone|anybody|someone|we|i) (?:know|explain|describe|summari[sz]e|list|tell me)\b(?: (?:anything|something|everything|more))?(?: about\b)?/,
    /^i (?:want|need|would like|d like|wanna) to know\b(?: (?:everything|all|more|something))?(?: about\b)?/,
    /^(?:the )?(?:latest|newest|recent) (?:news|updates?|reports?)\b(?: (?:about|on|from|in|of))?/,
    /^(?:is there |are there |any |is there any |are there any )?(?:news|information|info|details|articles?|reports?|something|anything|everything) (?:about|on|from|regarding)\b/,
    /\bwhat (?:do (?:you|we|u) know|is known|can you tell me|is there) (?:about|of|on)\b/,
    new RegExp(`\\b(?:what|which) (?:${BE} )?(?:the )?(?:kinds?|types?|sorts?) of\\b`),
    new RegExp(`\\bwhat (?:${BE} )?(?:${THE} )?(?:full |real |exact )?names? of\\b`),
    /\bwhat (?:has |have |had |is |are |was |were )?(?:happen(?:s|ed|ing)?|going on|occurr?(?:s|ed|ing)?|went on|took place)\b/,
    /\bwhat (?:happen(?:s|ed|ing)?) (?:to|in|on|at|with|during|after|before)\b/,
    /\b(?:in )?total$|\baltogether$|\boverall$/,
    /\b(?:please|thanks|exactly|approximately)$/,
    /^(?:approximately|about|roughly|exactly)(?= how)/,
    /(?<=^where\b.*)\b(?:located|situated|lies?|lay|find|found)$/,
    /(?<=^(?:who|what|where)\b.*)\b(?:now|right now|today|currently|nowadays)$/,
    /\b(?:get|gets|got)\b(?= (?:\w+ed|shot|hit|hurt)\b)/,
];
