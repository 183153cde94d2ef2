import type { App } from 'cdk8s';
import { guardTokens } from '../private/token-guard';

/**
 * Keeps values that the CDK fills in later (tokens, such as the ARN of a key that is defined in the same program) out of the files of a cdk8s app, where
 * nobody fills them in: they would be written as `${Token[TOKEN.19]}`, and nothing would complain before the cluster does.
 *
 * An app with any construct of this library in it is guarded without being asked.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/tokens.html
 */
export class TokenGuard {
  /**
   * Lets an app refuse to write such values, whosever constructs they are in: `synth` and `synthYaml` fail before any file is written, and name every
   * construct and key. Charts that are applied by `cluster.addCdk8sChart` may have them.
   *
   * @param app The cdk8s app.
   */
  public static protect(app: App): void {
    guardTokens(app);
  }

  private constructor() {}
}
