/** What was asked cannot be done; the sentence is for the person who asked. */
export class BadInput extends Error {}
