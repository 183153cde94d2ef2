import { Consumer } from './consumer';
import { testExamples } from './examples';

// The names of assets follow from the code of the CDK's own functions, which differs from version to version.
testExamples(new Consumer('newest'), (content) => content.replace(/[0-9a-f]{64}/g, '<asset>'));
