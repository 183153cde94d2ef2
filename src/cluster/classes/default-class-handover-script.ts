/**
 * Reads the new default's name, then those of the old. Kubernetes still honours the annotation's name of its beta days. Every change is a patch that the API
 * server refuses unless the annotation says "true" at that moment, so nothing is ever set that was not there.
 */
export const HANDOVER_SCRIPT = `set -eu

is_default() { # class, annotation
  mark="$(kubectl get storageclass "$1" --ignore-not-found \\
    -o go-template="{{with .metadata.annotations}}{{index . \\"$2\\"}}{{end}}")" || exit 1
  [ "$mark" = true ]
}

new="$1"
shift
if ! is_default "$new" storageclass.kubernetes.io/is-default-class; then
  echo "$new is not the default yet; nothing is changed"
  exit 1
fi

for class in "$@"; do
  for prefix in storageclass.kubernetes.io storageclass.beta.kubernetes.io; do
    if is_default "$class" "$prefix/is-default-class"; then
      path="/metadata/annotations/$prefix~1is-default-class"
      kubectl patch storageclass "$class" --type=json --patch="[
        {\\"op\\":\\"test\\",\\"path\\":\\"$path\\",\\"value\\":\\"true\\"},
        {\\"op\\":\\"replace\\",\\"path\\":\\"$path\\",\\"value\\":\\"false\\"}
      ]"
    fi
  done
done
`;
