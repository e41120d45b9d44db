/** Words of names that are written short, as the press does (AP Stylebook: saints, mounts, forts, titles of persons). */
const ABBREVIATED = {
    st: 'saint',
    ste: 'sainte',
    mt: 'mount',
    mtn: 'mountain',
    ft: 'fort',
    pt: 'point',
    pres: 'president',
    gen: 'general',
    col: 'colonel',
    lt: 'lieutenant',
    sgt: 'sergeant',
    capt: 'captain',
    maj: 'major',
    adm: 'admiral',
    cmdr: 'commander',
    gov: 'governor',
    sen: 'senator',
    rep: 'representative',
    dr: 'doctor',
    prof: 'professor',
    rev: 'reverend',
    univ: 'university',
    dept: 'department',
};
const FULL = new Map(Object.entries(ABBREVIATED).map(([short, long]) => [long, short]));
/** The other form of a folded word that names are written with: "saint" for "st", "st" for "saint". */
export function abbreviationsOf(folded) {
    const other = (Object.hasOwn(ABBREVIATED, folded) ? ABBREVIATED[folded] : undefined) ?? FULL.get(folded);
    return other === undefined ? [] : [other];
}
