import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with {type: 'json'};
import {loadEntryText} from '../src/i18n/entry-words.js';
import {loadEntryBody} from '../src/model/decode/entry-body.js';
import {surround, type Surroundings} from '../test/support/surroundings.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  // Stories show entries whole, and some are decoded while a story's own file is read.
  beforeAll: async () => {
    await Promise.all([loadEntryBody(), loadEntryText()]);
  },
  parameters: {
    layout: 'padded',
    controls: {expanded: true},
    a11y: {
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    },
    viewport: {
      options: {
        narrow: {name: 'Narrow, 320', styles: {width: '320px', height: '800px'}, type: 'mobile'},
        phone: {name: 'Phone, 390', styles: {width: '390px', height: '844px'}, type: 'mobile'},
        desktop: {
          name: 'Desktop, 1280',
          styles: {width: '1280px', height: '900px'},
          type: 'desktop',
        },
      },
    },
  },
  initialGlobals: {language: 'en', theme: 'light', textSize: '100%'},
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          {value: 'en', title: 'English'},
          {value: 'cy', title: 'Cymraeg'},
          {value: 'en-rtl', title: 'English, right to left'},
        ],
      },
    },
    theme: {
      description: 'Look of the page',
      toolbar: {
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          {value: 'light', title: 'Light'},
          {value: 'dark', title: 'Dark'},
          {value: 'nhs', title: 'NHS page'},
        ],
      },
    },
    textSize: {
      description: 'Text size of the page',
      toolbar: {
        icon: 'paragraph',
        dynamicTitle: true,
        items: ['100%', '150%', '200%'],
      },
    },
  },
  decorators: [
    (story, context) => {
      void surround(
        document,
        context.globals as unknown as Surroundings,
        'nhsuk/nhsuk-frontend.min.css',
      );
      return story();
    },
  ],
};

export default preview;
