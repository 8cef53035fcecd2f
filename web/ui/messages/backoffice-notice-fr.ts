/** Words of the message of the day above every page of agents. */
export const noticeBanner = {
  label: 'Message du jour',
  everybody: 'Tout le monde',
  forAgents: 'Consigne :',
};
