/**
 * One rule: the letters as written, the sounds they stand for, and why (the alphabet or habit it comes from).
 * Written from general knowledge of the alphabets; the work named beside a rule is where to check it.
 *
 * Letters: `^` first means only at the start of a name, `$` last means only at its end.
 * Sounds: slots separated by spaces; in a slot, readings separated by `/`, the most expected first;
 * a slot that ends in `?` is often not written at all in the other spelling. An empty string is silent.
 * Example: `['щ', 'š č?', ...]` reads "š, and perhaps č after it".
 */
export type Rule = readonly [letters: string, sounds: string, why: string]
