// Evaluates the few operators of style expressions that our paint uses; an unknown one throws.
import type { FeatureState } from '../../../web/map/expressions.ts';

function evaluateList(expression: unknown[], state: FeatureState): unknown {
  const [operator, ...args] = expression;
  const value = (arg: unknown) => evaluate(arg, state);
  switch (operator) {
    case 'literal':
      return args[0];
    case 'feature-state':
      return new Map<unknown, unknown>(Object.entries(state)).get(args[0]) ?? null;
    case 'coalesce':
      return args.map(value).find((found) => found !== null);
    case 'boolean': {
      const [first, fallback] = args.map(value);
      return typeof first === 'boolean' ? first : fallback;
    }
    case '!':
      return !value(args[0]);
    case '==':
      return value(args[0]) === value(args[1]);
    case '>=':
      return Number(value(args[0])) >= Number(value(args[1]));
    case 'any':
      return args.some(value);
    case 'all':
      return args.every(value);
    case 'in':
      return (value(args[1]) as unknown[]).includes(value(args[0]));
    case 'case':
    case 'match':
      return evaluateBranches(operator === 'match' ? value(args.shift()) : true, args, state);
    default:
      throw new Error(`unknown operator: ${String(operator)}`);
  }
}

/** Pairs of test and answer, the last without a test. A label of `match` is plain text. */
function evaluateBranches(wanted: unknown, branches: unknown[], state: FeatureState): unknown {
  for (let index = 0; index + 1 < branches.length; index += 2)
    if (evaluate(branches[index], state) === wanted) return evaluate(branches[index + 1], state);
  return evaluate(branches.at(-1), state);
}

/** What `expression` gives for a feature with this state. */
export function evaluate(expression: unknown, state: FeatureState): unknown {
  return Array.isArray(expression) ? evaluateList(expression, state) : expression;
}
