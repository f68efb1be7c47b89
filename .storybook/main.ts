import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // The configuration beside package.json is for the delivery: a library, not a page.
  framework: {
    name: '@storybook/web-components-vite',
    options: {builder: {viteConfigPath: '.storybook/vite.config.ts'}},
  },
  staticDirs: [{from: '../node_modules/nhsuk-frontend/dist/nhsuk', to: '/nhsuk'}],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
};

export default config;
