/** Functions of the driver (pkg/util/template/funcs.go), and those of Go's text/template that it leaves on. */
const FUNCTIONS = ['contains', 'toUpper', 'toLower', 'substring', 'field', 'index', 'lastIndex'];
const OF_GO = ['and', 'or', 'not', 'len', 'slice', 'print', 'printf', 'println', 'eq', 'ne', 'lt', 'le', 'gt', 'ge'];
const SWITCHED_OFF = ['html', 'js', 'call', 'urlquery'];
const KEYWORDS = ['if', 'else', 'end', 'with', 'range', 'break', 'continue', 'define', 'template', 'block', 'true', 'false', 'nil'];
const OPENING = ['if', 'with', 'range', 'define', 'block'];

/** A text in quotes of any kind, a comment, a variable, a field, a name. What is left over are numbers and operators. */
const TOKENS = /"(?:\\.|[^"\\])*"|`[^`]*`|'(?:\\.|[^'\\])*'|\/\*[^]*?\*\/|\$\w*|\.[A-Za-z_]\w*(?:\.\w+)*|[A-Za-z_]\w*|["`']/g;

/** The value of a tag, as far as it stands already, and what the driver could not make of the rest. */
export interface TagTemplate {
  readonly literal: string;
  readonly mistakes: string[];
}

/**
 * Looks through a tag's value, which the driver takes for a template of Go.
 *
 * @param subject How the value is called in a mistake.
 * @param fields What the driver fills in, for example `.PVCName`.
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/tagging.md
 * @see https://pkg.go.dev/text/template
 */
export function templateMistakes(subject: string, value: string, fields: string[]): TagTemplate {
  const actions: string[] = [];
  const literal = value.replace(/\{\{([^]*?)\}\}/g, (_, action: string) => {
    actions.push(action);
    return '';
  });
  if (/[{}]/.test(literal)) {
    return { literal, mistakes: [`${subject}, whose braces do not pair; write a field as '{{ ${fields[0]} }}', and no braces elsewhere`] };
  }

  const tokens = actions.map((action) => action.match(TOKENS) ?? []);
  const opened = tokens.filter(([first]) => OPENING.includes(first)).length;
  const ended = tokens.filter(([first]) => first === 'end').length;
  return {
    literal,
    mistakes: [
      ...actions.filter((action) => action.replace(/^-|-$/g, '').trim() === '').map(() => `${subject}, with nothing between braces; name one of ${fields.join(', ')}`),
      ...new Set(tokens.flat().flatMap((token) => tokenMistake(subject, token, fields) ?? [])),
      ...(opened === ended ? [] : [`${subject}, with ${opened} of if, with, range and the like and ${ended} of end; end each of them`]),
    ],
  };
}

function tokenMistake(subject: string, token: string, fields: string[]): string | undefined {
  if (/^["'`]$/.test(token)) return `${subject}, with a quote that does not end; end it`;
  if (/^(["'`$]|\/\*)/.test(token)) return undefined;
  if (token.startsWith('.')) return fields.includes(token) ? undefined : `${subject}, and there is no field ${token}; there are ${fields.join(', ')}`;
  if (SWITCHED_OFF.includes(token)) return `${subject}, and the driver has switched the function ${token} off; there are ${FUNCTIONS.join(', ')}`;
  if ([...FUNCTIONS, ...OF_GO, ...KEYWORDS].includes(token)) return undefined;
  return `${subject}, and there is no function ${token}; there are ${FUNCTIONS.join(', ')}`;
}
