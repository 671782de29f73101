import type { MakerRules } from './maker.ts';

const NOTES =
  /^(?:run_?id|experiment_?id|artifact_uri|start_?time|end_?time|tags\..*|run ?name|name|source (?:type|name)|source version|user|duration|start time|run id|created|dataset|models|version)$/i;

/** `mlflow.search_runs()`, and the table that its page exports. */
export const mlflow: MakerRules = {
  id: 'mlflow',
  name: 'MLflow',
  recognise(names) {
    const params = names.like(/^params\./);
    const others = names.like(/^(?:metrics\..+|run_id|tags\.mlflow.*)$/);
    if (params.length > 0 && others.length > 0) return [params[0], others[0]];
    const page = names.like(/^(?:run id|source type|source name)$/i);
    return page.length >= 2 ? page : undefined;
  },
  hint(name) {
    if (/^params\./.test(name)) return 'hyperparameter';
    if (/^metrics\./.test(name)) return 'figure';
    if (/^status$/i.test(name)) return 'state';
    return NOTES.test(name) ? 'note' : undefined;
  },
};
