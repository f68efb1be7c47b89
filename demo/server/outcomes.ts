/** Errors as FHIR wants them: an OperationOutcome and an HTTP status. */
import {OperationOutcomeError, getStatus} from '@medplum/core';

type OperationOutcome = OperationOutcomeError['outcome'];
type IssueCode = NonNullable<OperationOutcome['issue'][number]['code']>;

/** HTTP status of the outcomes made here; the engine's own outcomes carry theirs in their id. */
const statuses = new WeakMap<object, number>();

/** An OperationOutcome with one issue of severity `error`. */
export function outcome(status: number, code: IssueCode, diagnostics: string): OperationOutcome {
  const made: OperationOutcome = {
    resourceType: 'OperationOutcome',
    issue: [{severity: 'error', code, diagnostics}],
  };
  statuses.set(made, status);
  return made;
}

/** An OperationOutcome of several issues. */
export function outcomeOf(status: number, issue: OperationOutcome['issue']): OperationOutcome {
  const made: OperationOutcome = {resourceType: 'OperationOutcome', issue};
  statuses.set(made, status);
  return made;
}

/** The error that stops a request, thrown through the engine, which hands its outcome back. */
export function refuse(
  status: number,
  code: IssueCode,
  diagnostics: string,
): OperationOutcomeError {
  return new OperationOutcomeError(outcome(status, code, diagnostics));
}

/** The HTTP status that belongs to an outcome. */
export function statusOf(made: OperationOutcome): number {
  return statuses.get(made) ?? getStatus(made);
}
