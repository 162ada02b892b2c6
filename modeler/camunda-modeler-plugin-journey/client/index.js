import { registerClientPlugin, registerPlatformBpmnJSPlugin } from 'camunda-modeler-plugin-helpers';

import * as lint from './lint';
import journeyModule from './journey';

registerClientPlugin(lint, 'lintRules.bpmn');
registerPlatformBpmnJSPlugin(journeyModule);
