-- Evaluations go through the ordinary queue, behind everything else.
alter table job drop constraint job_purpose_check;
alter table job add constraint job_purpose_check
    check (purpose in ('LIVE', 'PLAYGROUND', 'SHADOW', 'EVALUATION'));
alter table job drop constraint job_lane_check;
alter table job add constraint job_lane_check check (lane in ('INTERACTIVE', 'BULK', 'EVALUATION'));
