// What Main.qml is given: one model for each page and concern.
#pragma once

#include "src/app/camera_scanner.h"
#include "src/app/event_editor.h"
#include "src/app/events_model.h"
#include "src/app/export_controller.h"
#include "src/app/guides_model.h"
#include "src/app/language.h"
#include "src/app/log_controller.h"
#include "src/app/overview_model.h"
#include "src/app/question_editor.h"
#include "src/app/questions_model.h"
#include "src/app/refer_controller.h"
#include "src/app/referrals_model.h"
#include "src/app/role_controller.h"
#include "src/app/set_aside_model.h"
#include "src/app/settings_controller.h"
#include "src/app/sync_status_model.h"
#include "src/app/tablet_session.h"
#include "src/app/today_model.h"
#include "src/app/topic_tiles_model.h"

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

namespace vejviser::app {

class AppContext : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(vejviser::app::TopicTilesModel* topics READ topics CONSTANT)
  Q_PROPERTY(vejviser::app::LogController* log READ log CONSTANT)
  Q_PROPERTY(vejviser::app::QuestionsModel* questions READ questions CONSTANT)
  Q_PROPERTY(vejviser::app::QuestionEditor* question READ question CONSTANT)
  Q_PROPERTY(vejviser::app::TodayModel* today READ today CONSTANT)
  Q_PROPERTY(vejviser::app::HelpEditor* editor READ editor CONSTANT)
  Q_PROPERTY(vejviser::app::GuidesModel* guides READ guides CONSTANT)
  Q_PROPERTY(vejviser::app::EventsModel* events READ events CONSTANT)
  Q_PROPERTY(vejviser::app::EventEditor* eventEditor READ eventEditor CONSTANT)
  Q_PROPERTY(vejviser::app::OverviewModel* overview READ overview CONSTANT)
  Q_PROPERTY(vejviser::app::SyncStatusModel* sync READ sync CONSTANT)
  Q_PROPERTY(vejviser::app::SetAsideModel* aside READ aside CONSTANT)
  Q_PROPERTY(vejviser::app::ExportController* exports READ exports CONSTANT)
  Q_PROPERTY(vejviser::app::RoleController* roles READ roles CONSTANT)
  Q_PROPERTY(vejviser::app::SettingsController* settings READ settings CONSTANT)
  Q_PROPERTY(vejviser::app::ReferController* refer READ refer CONSTANT)
  Q_PROPERTY(vejviser::app::ReferralsModel* referrals READ referrals CONSTANT)
  Q_PROPERTY(vejviser::app::CameraScanner* camera READ camera CONSTANT)
  Q_PROPERTY(QVariantList declines READ declines NOTIFY languageChanged)
  Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
  Q_PROPERTY(QVariantList outcomes READ outcomes NOTIFY languageChanged)
  Q_PROPERTY(QVariantList endings READ endings NOTIFY languageChanged)
  Q_PROPERTY(QVariantList bands READ bands NOTIFY languageChanged)
  Q_PROPERTY(QVariantList units READ units NOTIFY languageChanged)
  Q_PROPERTY(QString version READ version CONSTANT)

 public:
  AppContext(TabletSession& session, Language& language, QQmlEngine& engine);

  TopicTilesModel* topics() { return &m_topics; }
  LogController* log() { return &m_log; }
  QuestionsModel* questions() { return &m_questions; }
  QuestionEditor* question() { return &m_question; }
  TodayModel* today() { return &m_today; }
  HelpEditor* editor() { return &m_editor; }
  GuidesModel* guides() { return &m_guides; }
  EventsModel* events() { return &m_events; }
  EventEditor* eventEditor() { return &m_eventEditor; }
  OverviewModel* overview() { return &m_overview; }
  SyncStatusModel* sync() { return &m_sync; }
  SetAsideModel* aside() { return &m_aside; }
  ExportController* exports() { return &m_exports; }
  RoleController* roles() { return &m_roles; }
  SettingsController* settings() { return &m_settings; }
  ReferController* refer() { return &m_refer; }
  ReferralsModel* referrals() { return &m_referrals; }
  CameraScanner* camera() { return &m_camera; }
  QString language() const { return m_language.code(); }  ///< "da" or "en"
  void setLanguage(const QString& language);
  /// The choices there are, as {code, label}.
  QVariantList outcomes() const;
  QVariantList endings() const;  ///< of a referral that was accepted
  QVariantList bands() const;
  QVariantList units() const;
  QVariantList declines() const;
  QString version() const;

 signals:
  void languageChanged();

 private:
  void speak(const QString& language);

  TabletSession& m_session;
  QQmlEngine& m_engine;
  Language& m_language;
  TopicTilesModel m_topics;
  LogController m_log;
  QuestionsModel m_questions;
  QuestionEditor m_question;
  TodayModel m_today;
  HelpEditor m_editor;
  GuidesModel m_guides;
  EventsModel m_events;
  EventEditor m_eventEditor;
  OverviewModel m_overview;
  SyncStatusModel m_sync;
  SetAsideModel m_aside;
  ExportController m_exports;
  RoleController m_roles;
  SettingsController m_settings;
  ReferController m_refer;
  ReferralsModel m_referrals;
  CameraScanner m_camera;
};

}  // namespace vejviser::app
