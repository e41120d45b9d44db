/** A question with a sentence that answers it in other words, and one that shares words with it and doesn't. */
export interface TrialQuestion {
  /** BCP 47. */
  readonly language: string;
  readonly question: string;
  readonly right: string;
  readonly wrong: string;
}

/**
 * Made up, and easy: they tell a model that works from one whose files don't belong together, not a good one from a poor one.
 */
export const TRIAL_QUESTIONS: readonly TrialQuestion[] = [
  {
    language: 'en',
    question: 'Who is next in line for the throne?',
    right: 'Her eldest son, Prince Aldo, is the heir to the crown.',
    wrong: 'The line of people who waited for tickets was longer than ever.',
  },
  {
    language: 'en',
    question: 'How many people died in the storm?',
    right: 'The hurricane killed 14 villagers.',
    wrong: 'The museum showed how people painted storms.',
  },
  {
    language: 'en',
    question: 'Where was the treaty signed?',
    right: 'The two countries put their names to the peace agreement in Geneva.',
    wrong: 'The singer signed photographs for an hour after the concert.',
  },
  {
    language: 'en',
    question: 'Why was the bridge closed?',
    right: 'Cracks in a pillar forced the city to stop traffic across the bridge.',
    wrong: 'The shop beside the station sells bread and coffee.',
  },
  {
    language: 'de',
    question: 'Wie viele Menschen starben bei dem Sturm?',
    right: 'Der Orkan kostete 14 Dorfbewohner das Leben.',
    wrong: 'Das Museum zeigt, wie Menschen Gärten malten.',
  },
  {
    language: 'fr',
    question: 'Combien de personnes sont mortes dans la tempête ?',
    right: 'L’ouragan a tué 14 villageois.',
    wrong: 'Les personnes qui aiment la peinture visitent le musée.',
  },
  {
    language: 'es',
    question: '¿Por qué se cerró el puente?',
    right: 'Unas grietas en un pilar obligaron a detener el tráfico sobre el río.',
    wrong: 'La tienda que está cerca vende pan y café.',
  },
  {
    language: 'ru',
    question: 'Сколько человек погибло во время бури?',
    right: 'Ураган унёс жизни 14 жителей деревни.',
    wrong: 'Музей показал, как человек рисует сады.',
  },
  {
    language: 'ar',
    question: 'كم شخصا مات في العاصفة؟',
    right: 'قتل الإعصار 14 من سكان القرية.',
    wrong: 'يبيع المتجر القريب الخبز والقهوة.',
  },
];
