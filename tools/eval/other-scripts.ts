import { fold } from '../../src/text/tokens/fold.ts';

/** Runs of English letters, longest first, with what is written for them. */
type Table = readonly (readonly [latin: RegExp, letters: string])[];

/**
 * A Latin name as readers of other scripts write it, letter by letter where their newspapers would write it by its sound (h is х and χ
 * wherever it stands); `undefined` for names of other letters, and short ones. The product's tables go the other way, and are the
 * library's.
 */
export function inScript(script: keyof typeof TABLES, name: string): string | undefined {
  const folded = fold(name);
  if (!/^[a-z -]{5,}$/.test(folded)) return undefined;
  return TABLES[script].reduce((written, [latin, letters]) => written.replace(latin, letters), folded);
}

function table(text: string): Table {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const at = pair.lastIndexOf('=');
      return [new RegExp(pair.slice(0, at), 'g'), pair.slice(at + 1)] as const;
    });
}

const SOFT = 'c(?=[eiy])';
const LAST = '(?![^\\s-])';

const TABLES = {
  Cyrillic: table(`
    ck=к shch=щ kh=х sh=ш ch=ч zh=ж ts=ц th=т ph=ф gh=г ee=и oo=у ou=у ya=я yu=ю x=кс qu=кв ${SOFT}=с
    a=а b=б c=к d=д e=е f=ф g=г h=х i=и j=дж k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=в y=й z=з`),
  Arabic: table(`
    ([^aeiou])\\1=$1 \\b[aei]l-=ال \\be=إ \\bi=إ \\ba=أ \\b[ou]u?=أو ck=ك kh=خ sh=ش ch=تش th=ث dh=ذ gh=غ g(?=[ei])=ج ph=ف
    ah${LAST}=ة eh${LAST}=ة e${LAST}= ${SOFT}=س ee=ي oo=و ou=و ai=اي ay=اي ei=ي ey=ي au=او aw=او x=كس
    a=ا b=ب c=ك d=د e=ي f=ف g=غ h=ه i=ي j=ج k=ك l=ل m=م n=ن o=و p=ب q=ق r=ر s=س t=ت u=و v=ف w=و y=ي z=ز`),
  Greek: table(`
    ck=κ kh=χ sh=σ ch=τσ zh=ζ th=θ dh=ντ gh=γ ph=φ ee=ι oo=ου ou=ου ${SOFT}=σ s${LAST}=ς
    a=α b=μπ c=κ d=ντ e=ε f=φ g=γκ h=χ i=ι j=τζ k=κ l=λ m=μ n=ν o=ο p=π q=κ r=ρ s=σ t=τ u=ου v=β w=ου x=ξ y=ι z=ζ`),
} as const satisfies Record<string, Table>;
