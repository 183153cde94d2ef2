import { SNAPSHOT_API_GROUP } from '../../../private/snapshot-api';

/** Label of the snapshots: the name of the schedule. */
export const SCHEDULE_LABEL = 'cdk8s-eks-storage/schedule';

/** Label of the snapshots: the name of the claim, or its beginning and a hash where it is longer than a label. */
export const CLAIM_LABEL = 'cdk8s-eks-storage/claim';

/** How the script names the snapshots to kubectl. */
export const SNAPSHOTS = `volumesnapshots.${SNAPSHOT_API_GROUP}`;

/**
 * One line for each snapshot that is not being deleted: when it was made, its name, its claim, how far it is, and what went wrong. The controller gives
 * `creationTime` once the driver has taken the snapshot, and `readyToUse` once a volume can be made of it, which for EBS may be hours later.
 *
 * @see https://github.com/kubernetes-csi/external-snapshotter/blob/v8.6.0/pkg/common-controller/snapshot_controller.go, updateSnapshotStatus
 */
export const SNAPSHOT_LINES = '{{range .items}}{{if not .metadata.deletionTimestamp}}{{.metadata.creationTimestamp}} {{.metadata.name}} '
  + '{{with .spec.source.persistentVolumeClaimName}}{{.}}{{else}}-{{end}} '
  + '{{with .status}}{{if .readyToUse}}ready{{else if .creationTime}}taken{{else}}waiting{{end}}{{with .error}} {{printf "%q" .message}}{{end}}'
  + '{{else}}waiting{{end}}{{"\\n"}}{{end}}{{end}}';

/** One line for each claim: its name and whether it is bound. */
export const CLAIM_LINES = '{{range .items}}{{.metadata.name}} {{if .metadata.deletionTimestamp}}Terminating{{else}}{{.status.phase}}{{end}}{{"\\n"}}{{end}}';

/**
 * Takes the snapshots, waits for them, and deletes what the retention does not keep. Its arguments are the claims, or none if CLAIM_LABELS selects them.
 *
 * A snapshot is the schedule's own if it has the schedule's label, is of the claim by its spec, which nobody can change, and has a name as the schedule gives
 * it. No other is ever looked at. awk compares what looks like a number as one, hence the empty texts that are appended: 1.0 is another claim than 1.
 */
export const SCHEDULE_SCRIPT = `set -eu
export LC_ALL=C
start="$(date -u +%s)"
failed=0

ago() { # seconds
  date -u -d "@$((start - $1))" +%Y-%m-%dT%H:%M:%SZ
}

label_of() { # claim; a label has at most 63 characters, a name 253
  if [ "\${#1}" -le 63 ]; then
    echo "$1"
  else
    echo "$(printf %.52s "$1" | sed 's/[-.]*$//')-$(printf %s "$1" | sha256sum | cut -c 1-10)"
  fi
}

# The CronJob's Jobs end with the minute they are for. A Job that is tried again has its name again, and so have its snapshots.
run="\${JOB#"$SCHEDULE"-}"
case "$run" in
  [0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]) ;;
  *) run="$(printf %s "$JOB" | tr . -)-\${JOB_UID%%-*}" ;;
esac

name_of() { # claim; the name of the schedule has no dots, and neither has the run
  echo "$SCHEDULE.$(label_of "$1").$run"
}

if [ -n "$CLAIM_LABELS" ]; then
  found="$(kubectl get persistentvolumeclaims --selector="$CLAIM_LABELS" --output=go-template='${CLAIM_LINES}')"
  if [ -z "$found" ]; then
    echo "no claim has the labels $CLAIM_LABELS; nothing is done"
    exit 1
  fi
  set --
  while read -r claim phase; do
    if [ "$phase" = Bound ]; then set -- "$@" "$claim"; else echo "$claim is $phase, not Bound; it is skipped"; fi
  done <<EOF
$found
EOF
fi

# Whether a snapshot was made, this time or by an earlier attempt of this Job, shows when they are listed.
for claim in "$@"; do
  printf "$SNAPSHOT" "$(name_of "$claim")" "$(label_of "$claim")" "$claim" | kubectl create --validate=false --filename=- || true
done

own() { # claim; its snapshots, newest first
  printf '%s\\n' "$listed" | awk -v claim="$1" -v prefix="$SCHEDULE.$(label_of "$1")." '($3 "") == (claim "") && index($2, prefix) == 1' | sort -r
}

new() { # claim, fields; how far its new snapshot is (4), or what went wrong (5-)
  own "$1" | awk -v name="$(name_of "$1")" '($2 "") == (name "")' | cut -s -d ' ' -f "$2"
}

while :; do
  listed="$(kubectl get ${SNAPSHOTS} --selector="${SCHEDULE_LABEL}=$SCHEDULE" --output=go-template='${SNAPSHOT_LINES}')"
  waiting=no
  for claim in "$@"; do
    case "$WAIT_FOR $(new "$claim" 4)" in 'taken waiting' | 'ready waiting' | 'ready taken') waiting=yes ;; esac
  done
  if [ "$waiting" = no ] || [ "$(date -u +%s)" -ge "$((start + TIMEOUT))" ]; then break; fi
  sleep 5
done

stale="$(ago 3600)"
cutoff=
if [ -n "$MAX_AGE" ]; then cutoff="$(ago "$MAX_AGE")"; fi

for claim in "$@"; do
  name="$(name_of "$claim")"
  state="$(new "$claim" 4)"
  judged=no
  case "$WAIT_FOR $state" in
    *' ') echo "$claim: no snapshot was made; none is deleted" ;;
    *' ready' | 'taken taken') echo "$claim: $name is $state"; judged=yes ;;
    *) printf '%s\\n' "$claim: $name is not $WAIT_FOR after $TIMEOUT seconds, so no older one is deleted for it; $(new "$claim" 5-)" ;;
  esac
  if [ "$judged" = no ]; then failed=1; fi
  if [ -z "$state" ]; then continue; fi
  # Nothing is in one that the driver has not taken. It goes after an hour, or there would be more of them with every run.
  old="$(own "$claim" | awk -v name="$name" -v judged="$judged" -v keep="$KEEP" -v cutoff="$cutoff" -v stale="$stale" '
    ($2 "") == (name "") { if ($4 == "ready") ready++; next }
    $4 == "waiting" && $1 < stale { print $2; next }
    judged == "yes" && ready >= keep + 0 && (cutoff == "" || $1 < cutoff) { print $2 }
    $4 == "ready" { ready++ }
  ')"
  if [ -n "$old" ]; then
    kubectl delete ${SNAPSHOTS} --ignore-not-found --wait=false $old || failed=1
  fi
done

exit "$failed"
`;
