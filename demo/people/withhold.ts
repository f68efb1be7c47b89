/** How a record tells the demo server to hold something back. */
import type {Coding} from '@medplum/fhirtypes';

/** System of the tag with which the demo server is told to hold an entry back. */
export const withholdSystem = 'https://phr-widgets.example/demo/withhold';

/** From whom: `proxy` is everyone who looks for the person; `patient` is the person too. */
export type Withheld = 'proxy' | 'patient';

/** The tag itself. */
export function withheldTag(from: Withheld): Coding {
  return {system: withholdSystem, code: from};
}
