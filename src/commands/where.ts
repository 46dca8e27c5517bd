import type { Court } from '../court/directory.ts';
import { findCourt, isLinkable } from '../court/directory.ts';
import type { Places } from '../court/places.ts';
import { practicePlaces, realPlaces } from '../court/places.ts';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';

/** The court a run is for, where it is, and what the two addresses of the walk are. */
export type Where = { court: Court; places: Places };

/** Finds the court by what was typed; an outcome says what is wrong, with the nearest names. */
export function whereTo(word: string, address: string | null): Where | Outcome {
  const result = findCourt(word);
  if (!('found' in result)) {
    const near = result.nearest.map((court) => `${court.shortName} (${court.title})`).join(', ');
    return outcome('usage', {
      message: 'There is no court of that name.',
      nextStep: `${near === '' ? '' : `Did you mean ${near}? `}"miwb-link courts" lists them all.`,
    });
  }
  const court = result.found;
  if (court.kind === 'appeals')
    return outcome('appellate-court', {
      message: `${court.title}: courts of appeals run a different system that miwb-link does not know.`,
      nextStep: helpDesk(court),
    });
  if (!isLinkable(court) || court.address === null) {
    return outcome('usage', {
      message: `${court.title} is not a court where a CM/ECF account can be linked.`,
      nextStep: '"miwb-link courts" lists the courts.',
    });
  }
  if (address === null) return { court, places: realPlaces(court.address) };
  const places = practicePlaces(address);
  if (typeof places === 'object') return { court, places };
  return outcome('usage', {
    message: `--court-address: ${places}.`,
    nextStep: 'Give the address that "miwb-link practice --serve" prints.',
  });
}

/** What a run's introduction calls the court. */
export function courtInWords({ court, places }: Where): string {
  return places.practice ? 'a practice court (nothing is real)' : court.title;
}

function helpDesk(court: Court): string {
  return court.helpDesk === null
    ? 'Link it in a browser.'
    : `Link it in a browser, or call the court’s help desk at ${court.helpDesk}.`;
}
