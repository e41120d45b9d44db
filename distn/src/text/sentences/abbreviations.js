/**
 * Words that say whether a full stop ends a sentence: abbreviations as English news has them, and words that sentences
 * open with. Lists are lower case where the text's case does not matter.
 */
export const wordSet = (lines) => new Set(lines.split(/\s+/).filter((word) => word !== ''));
/** Stand before a name; no sentence ends with them. */
export const TITLES = wordSet(`
  mr. mrs. ms. mx. messrs. mme. mlle. dr. drs. prof. rev. fr. hon. msgr.
  gen. gens. lt. col. cols. maj. capt. cmdr. cdr. adm. brig. sgt. sgts. cpl. pvt. pfc. spc. cmdt. ens.
  gov. govs. sen. sens. rep. reps. pres. amb. supt. insp. det. atty. min. asst. assoc. dep. ald. sec.
`);
/** Always go on, whatever follows. */
export const ALWAYS_CONTINUED = wordSet('v. vs. e.g. i.e. cf. viz. f.e. mt. mts. ft. approx. incl. esp.');
/** Go on unless a word follows that opens sentences. */
export const OFTEN_CONTINUED = wordSet(`
  inc. corp. co. cos. ltd. llc. plc. bros. assn. dept. univ. intl. natl. govt. mfg. gmbh.
  jr. sr. esq. etc. al. ave. blvd. rd. st. sq. hwy. bldg. apt. est. ca. ext. ph.d. med. btw. ste.
`);
/** Go on before a number. */
export const BEFORE_NUMBER = wordSet(`
  no. nos. n°. nº. vol. vols. p. pp. pg. fig. figs. sec. sect. art. arts. ch. chap. para. par. cl. op. eq. ed. ver.
  rs. c. r. reg. res. ser. pt. tel. flt. rte. lot.
`);
/** By their first three letters. */
export const MONTHS = wordSet('jan feb mar apr may jun jul aug sep oct nov dec');
export const DAYS = wordSet('mon tue wed thu fri sat sun');
/** A capital letter after one of these is no initial. */
export const LETTERED = new Set([
    ...wordSet('plan vitamin group hepatitis influenza type grade class category section option appendix exhibit part'),
    ...wordSet('team pool point division schedule level phase article annex block building gate terminal zone and'),
    ...['and I', 'than I', 'or I', 'as I'],
]);
export const TIME_ZONES = wordSet(`
  GMT UTC BST CET CEST EET EEST MSK EST EDT ET CST CDT CT MST MDT MT PST PDT PT AEST AEDT IST JST HKT
  Eastern Central Pacific Mountain Greenwich Moscow Damascus Beirut London Local
`);
export const SPEECH_VERBS = wordSet(`
  said says asked asks added adds told tells wrote writes replied replies shouted cried exclaimed declared insisted
  warned demanded tweeted continued recalled noted responded answered quipped joked
`);
/**
 * Words that open sentences and seldom stand inside a name. "First", "New", "May", "Last" and "Will" are left out:
 * `U.S. First Lady`.
 */
export const STARTERS = wordSet(`
  The A An This That These Those There Here
  I You He She It We They His Her Its Our Their My Your Someone Everyone Nobody Nothing
  I'm I've I'd He's She's It's We're They're That's There's Don't Let's
  What When Where Who Whom Whose Which Why How
  In On At By For From With Without Within Into Of To Under Over About Against Among Between During Through Throughout
  Since Until Upon Despite Before After As If While Although Though Unless Because Whether Once Like Unlike
  And But Or So Yet Nor Then Thus Therefore However Moreover Furthermore Nevertheless Instead Meanwhile Otherwise
  Also Still Even Only Just Perhaps Maybe Indeed Now Today Yesterday Tomorrow Later Earlier Recently Previously
  Currently Originally Eventually Finally Additionally Already Always Never Often Sometimes Soon Again
  Is Are Was Were Be Been Do Does Did Has Have Had Can Could Would Should Might Must Let Please
  Some Any Many Most Much More Several Few Both Each Every All Another Others Other Such Not No Yes
  One Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Millions Nearly Almost
  According Following Based Given Asked Speaking Writing People Officials Critics Police Witnesses
`);
