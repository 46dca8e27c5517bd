import { tabledNames } from './names-nicknames.ts';

// Given names that are seldom surnames, beside those with a nickname.
const others = `
adam adele adrian agnes aisha alan alana alberto alejandra alejandro alfonso alice alicia alma alvin alyssa amber
amelia amy ana andre andrea angel angelica anita ann anna anne annette annie april ariana ashley audrey austin ava
barry becky belinda bethany beverly bonnie brandon brenda brent brian bridget brittany brooke bruce bryan camille
carl carla carlos carmen carol catalina cecilia chad chelsea cheryl claire clara clarence claudia colleen connie
corey courtney craig crystal curtis dale dana darlene darren dawn dean deanna debra denise derek diana diane diego
dominique donna dora doris duane dustin dwight earl edgar edith edna edwin eileen elaine elena elijah elisa ella ellen
elsa elsie emma eric erica erik erin ernest esperanza ester esther ethan ethel eva fatima felicia felix fernando
gail gary gene genevieve georgia gina gladys glenda glenn gloria grace gretchen guillermo hannah hassan hazel heather
hector heidi helen hilda holly ida ignacio imani ines irene iris irma isabel ivan jaime jamal jane janice jared jasmine
jason javier jay jean jeanette jeanne jesse jesus jill joann joanna joanne jodi joel jorge jose joyce juan juanita
juliet julio june justin karen karl karla katrina kayla keith kelly kelsey kendra kevin kirk kristen kristin kristina
kurt kyle latoya laura leah leila leslie leticia linda lisa lois lora lorena lorraine luis luisa lucas lucy luke lydia
lynn mabel maeve malik marcia marco margarita marian marianne marie marilyn mario marisa mark marlene marta marvin
maureen maurice megan melanie mercedes meredith miguel mina miranda miriam mohamed monica muhammad myra nadia naomi
natasha neil nina noah noel nora norma olga olivia omar oprah otto pablo paige patrice paul paula pauline pearl pedro
perry phoebe priscilla priya rafael ralph ramona ramon raul regina rene rhonda ricardo rita roberto rodrigo rosa rosalie
rosalind roxanne ruben ruby ruth ryan sabrina salvador santiago sara scott sean sergio seth shannon sharon shaun shawn
sheila shelby sherry shirley sonia sonya sophia sophie stacey stacy stella sylvia tamara tammy tanya tara ted tiffany
todd tracey tracy travis trevor troy tyler ursula vanessa vera vernon vicente wanda wayne wendy wesley xavier yolanda
yvette yvonne zoe
`;

const known: ReadonlySet<string> = new Set([...tabledNames, ...others.trim().split(/\s+/)]);

/** Whether a word (lower case, no accents) is a common given name: evidence, never proof. */
export function isGivenName(word: string): boolean {
  return known.has(word);
}

const surnames: ReadonlySet<string> = new Set(
  `allen alan anthony arnold arthur bernard carl clarence clinton craig curtis dean dennis douglas duane dwight
  earl edmund francis franklin frederick george gerard gilbert gordon graham grant harold harvey henry herbert
  howard hubert jackson james jordan kelly kirk lawrence leonard leroy leslie lester lewis louis luke lynn malcolm
  martin marvin maxwell milton mitchell montgomery morris mortimer nelson norman oliver oscar otto owen paul percy
  perry philip ralph randall randolph ray robert roland ross roy ruben russell ryan scott seymour sheldon sherman
  sidney simon solomon stanley sterling stewart stuart terry thomas todd travis tyler vernon victor vincent
  wallace walter warren wayne wendell wesley willard winston woodrow xavier`.split(/\s+/),
);

/** Whether a common given name is often a surname too. */
export function isAlsoSurname(word: string): boolean {
  return surnames.has(word);
}
