// How it stands by what this phone said: the same rules as the desk's, over the words of one phone. No page, no store.
const PICKED_UP = { boarded: "boarded", crossed: "boarded", turned_back: "boarded", no_show: "no_show", refused: "refused" };

// Of each person the last word, by its number; what was taken back says nothing.
export function lastWords(words) {
  const last = new Map();
  for (const word of words) {
    const before = last.get(word.person);
    if (!before || before.sequence < word.sequence) last.set(word.person, word);
  }
  return last;
}

export function standing(people, words) {
  const last = lastWords(words);
  return people.map((person) => {
    const word = last.get(person.id);
    const state = word ? word.state : "waiting";
    const gate = state === "crossed" || state === "turned_back" ? state : null;
    return { person, word, state, pickup: PICKED_UP[state] ?? null, gate };
  });
}

export function numbers(standings) {
  const count = (test) => standings.filter(test).length;
  const boarded = count((each) => each.pickup === "boarded");
  const crossed = count((each) => each.gate === "crossed");
  const back = count((each) => each.gate === "turned_back");
  const waiting = count((each) => each.pickup === null);
  return {
    manifested: standings.length, boarded, no_show: count((each) => each.pickup === "no_show"),
    refused: count((each) => each.pickup === "refused"), waiting, crossed, turned_back: back, in_transit: boarded - crossed - back,
  };
}

// Families of which some go on and some do not.
export function splits(standings) {
  const families = new Map();
  for (const each of standings) families.set(each.person.family, [...(families.get(each.person.family) ?? []), each]);
  const found = [];
  for (const [family, members] of families) {
    const rows = (test) => members.filter(test).map((each) => each.person.row);
    const on = rows((each) => each.pickup === "boarded"), off = rows((each) => each.pickup === "no_show" || each.pickup === "refused");
    const crossed = rows((each) => each.gate === "crossed"), back = rows((each) => each.gate === "turned_back");
    if (on.length && off.length) found.push({ family, where: "pickup", through: on, back: off });
    if (crossed.length && back.length) found.push({ family, where: "gate", through: crossed, back });
  }
  return found;
}

export const walkOns = (people, words) => {
  const known = new Set(people.map((person) => person.id));
  return [...lastWords(words).values()].filter((word) => !known.has(word.person) && word.state !== "waiting");
};

// What somebody scanned or typed: a whole tag, its short form, or a row.
export function found(people, typed) {
  const plain = typed.trim().toUpperCase();
  if (!plain) return undefined;
  if (/^[0-9]+$/.test(plain)) return people.find((person) => person.row === Number(plain));
  const short = plain.replace(/[^A-Z2-7]/g, "");
  return people.find((person) => person.tag === plain || (short.length >= 4 && person.tag.split(".")[1].startsWith(short)));
}
