/** What an agency sends, 68 words. */
export const AGENCY = `A flood struck the town of Tarmila on Monday and killed 12 people, the Oskel Water Board said. The water
rose by four metres within an hour because the dam at Vellin had been opened. Rescuers were looking for others in the
streets by the river, where the market had been under way. The mayor asked people to stay at home, and schools are
closed until further notice. Trains to Port Brevin stop in Marsk.`;

/** Another article. */
export const OTHER = `The stone bridge reopened after two years of repairs. Engineers used stone of the old quarry, and nobody
had believed that it would last, said a baker whose shop stands beside it. Its toll will pay for the works.`;
