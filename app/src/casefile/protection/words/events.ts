import type { Messages } from '../../../design/languages/messages.ts'

export const words = {
  'event.protection.held': {
    kk: 'Іске заңды тыйым салынды',
    ru: 'На дело наложен запрет на уничтожение',
    en: 'A legal hold was put on the file',
    ar: 'وُضع حجز قانوني على الملف',
  },
  'event.protection.holdLifted': {
    kk: 'Заңды тыйым алынды',
    ru: 'Запрет на уничтожение снят',
    en: 'A legal hold was lifted',
    ar: 'رُفع الحجز القانوني',
  },
  'event.protection.erasureAsked': {
    kk: 'Деректерді жою сұралды',
    ru: 'Запрошено уничтожение данных',
    en: 'Erasing was asked for',
    ar: 'طُلب محو البيانات',
  },
  'event.protection.erasureDropped': {
    kk: 'Жою туралы сұрау қайтарып алынды',
    ru: 'Просьба об уничтожении отозвана',
    en: 'The asking for erasure was taken back',
    ar: 'سُحب طلب المحو',
  },
  'event.protection.erased': {
    kk: 'Екінші адам растады, кілттер жойылды',
    ru: 'Второй человек подтвердил, ключи уничтожены',
    en: 'A second person confirmed it and the keys were destroyed',
    ar: 'أكد شخص ثانٍ وأُتلفت المفاتيح',
  },
  'event.protection.swept': {
    kk: 'Ашық жазылғанның бәрі өшірілді',
    ru: 'Всё, что было записано открыто, стёрто',
    en: 'All that had stood in clear was written over',
    ar: 'مُحي كل ما كان مكتوبًا دون ختم',
  },
  'event.protection.accessAsked': {
    kk: 'Өзі туралы не сақталғаны сұралды',
    ru: 'Спрошено, что о человеке хранится',
    en: 'It was asked what is kept about the person',
    ar: 'سُئل عمّا هو محفوظ عن الشخص',
  },
  'event.protection.accessReleased': {
    kk: 'Екінші адам деректерді беруге рұқсат етті',
    ru: 'Второй человек разрешил выдать данные',
    en: 'A second person released the data',
    ar: 'أذن شخص ثانٍ بتسليم البيانات',
  },
  'event.protection.accessGiven': {
    kk: 'Адамға ол туралы сақталғаны берілді',
    ru: 'Человеку выдано то, что о нём хранится',
    en: 'The person was given what is kept about them',
    ar: 'سُلّم الشخص ما هو محفوظ عنه',
  },
} satisfies Messages
