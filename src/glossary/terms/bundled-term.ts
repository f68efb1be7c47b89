import type {GlossaryTerm} from '../../model/glossary.js';

/** Sites at which meanings of the bundled glossary can be checked, as shown. */
export const sites = {
  nhs: ['the NHS website', 'https://www.nhs.uk'],
  dictionary: ['the NHS Data Model and Dictionary', 'https://www.datadictionary.nhs.uk'],
  'nhs-england': ['the NHS England website', 'https://www.england.nhs.uk'],
  nice: ['the NICE website', 'https://www.nice.org.uk'],
  bnf: ['the British National Formulary', 'https://bnf.nice.org.uk'],
  medlineplus: ['MedlinePlus', 'https://medlineplus.gov'],
  gov: ['GOV.UK', 'https://www.gov.uk'],
  'lab-tests': ['Lab Tests Online UK', 'https://labtestsonline.org.uk'],
} as const;

/** A term as it is written in the files of this folder, one a letter. */
export interface BundledTerm extends Omit<GlossaryTerm, 'forms' | 'source' | 'in'> {
  readonly forms?: readonly string[];
  /**
   * A site, and the path of the page at which the meaning can be checked; no path where no page of it is known to be about the
   * word. Nobody has opened it unless `checked` says so.
   */
  readonly source: readonly [site: keyof typeof sites, path?: string];
  /** In Welsh: waits for a Welsh language reviewer. */
  readonly cy?: {readonly means: string; readonly full?: string};
}

/** A term as every other source of terms writes it. */
export function shaped({forms = [], source, cy, ...rest}: BundledTerm): GlossaryTerm {
  const [site, path] = source;
  const [name, origin] = sites[site];
  return {
    ...rest,
    forms,
    source: {name, ...(path && {url: origin + path})},
    ...(cy && {in: {cy}}),
  };
}
