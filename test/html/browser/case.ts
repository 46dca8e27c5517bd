/** A small page and what a person does on it. Nothing here says what is sent: a real browser does. */
export type Case = {
  name: string;
  html: string;
  /** The page's query, for addresses that are relative to it. */
  at?: string;
  contentType?: string;
  /** How the page's characters become bytes; utf8 unless told. */
  bytes?: BufferEncoding;
  /** Text put into controls, by id. */
  fill?: Record<string, string>;
  check?: string[];
  uncheck?: string[];
  /** Options chosen in selects, by id. */
  choose?: Record<string, number[]>;
  /** The id of the button pressed. */
  press: string;
};
