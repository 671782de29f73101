/** What names of columns say: of results, of their sense, and of what is neither. */
import { describe, expect, it } from 'vitest';
import { kindOf } from './kinds.ts';
import { metricOf } from './metric.ts';

describe('a name of a result', () => {
  it.each<[string, string]>([
    [
      'minimise',
      'val_loss,valid_loss,Val. loss,val/loss,valLoss,error_rate,test error,RMSE,val rmse,perplexity,nll,neg_log_likelihood,' +
        'negative log likelihood,log_loss,cross entropy,mean_squared_error,1 - accuracy,1-AUC,top1_err,FID,wer,regret,' +
        'word error rate,neg_elbo,失败误差,验证损失,错误率,Fehler,Validierungsfehler,Testverlust,erreur,accuracy_loss,cost',
    ],
    [
      'maximise',
      'accuracy,Val. accuracy,dev_acc,valAcc,acc@1,AUC,roc_auc,F1,f1_score,F1Score,mAP,map50,mIoU,BLEU,R2,R²,r2_score,reward,' +
        'episode_reward_mean,score,mean_test_score,neg_log_loss,neg_mean_squared_error,negative loss,-loss,elbo,' +
        'log_likelihood,fitness,准确率,验证集准确率,得分,Genauigkeit,Trefferquote,precision,recall,success rate,win_rate',
    ],
  ])('says to %s', (sense, names) => {
    for (const name of names.split(',')) expect([name, metricOf(name)?.sense]).toEqual([name, sense]);
  });

  it('is none where its words belong to a setting, or are only part of a word', () => {
    const names =
      'learning_rate,lr,loss_weight,score_threshold,underscore,reward_scale,accuracy_threshold,target_update,feature_map,' +
      'entropy_coef,dropout_rate,map_size,precision_bits,value_coef,label_smoothing,lossy,errand,学习率,Lernrate,max_depth,' +
      'noise_precision,cost_C,min_samples_leaf,init_std';
    for (const name of names.split(',')) expect([name, metricOf(name)]).toEqual([name, undefined]);
  });

  it('tells data, spread and single folds apart', () => {
    const said = (name: string) => [metricOf(name)?.stage, metricOf(name)?.part];
    expect(said('train_loss')).toEqual(['train', 'value']);
    expect(said('loss (val, std)')).toEqual(['validation', 'spread']);
    expect(said('split0_test_score')).toEqual(['test', 'fold']);
    expect(said('Val Loss (min)')).toEqual(['validation', 'extreme']);
    expect(said('训练集误差')).toEqual(['train', 'value']);
  });
});

it.each<[string, string]>([
  ['id', 'id,trial,Trial,trial_id,number,run id,#,编号,No.,index,uuid,Nr.,Versuch,config_id,model_hash'],
  [
    'time',
    'seconds,time,duration,datetime_start,mean_fit_time,time_total_s,elapsed (s),Runtime,_timestamp,耗时,Laufzeit,latency_ms',
  ],
  ['rank', 'rank,rank_test_score,rank_test_neg_log_loss,排名,Rang'],
  ['progress', 'epoch,iteration,step,_step,global_step,training_iteration,轮次,Epoche'],
  ['seed', 'seed,random_state,random seed,data_seed,种子,Startwert'],
  ['fold', 'fold,repeat,repetition,折'],
  ['machine', 'hostname,node_ip,gpu,user,git commit,notes,备注'],
  [
    'none',
    'lr,learning_rate,n_estimators,num_layers,batch_number,lora_rank,time_step,warmup_steps,max_iter,n_epochs,seedling,row_ratio',
  ],
])('a name of the kind %s', (kind, names) => {
  for (const name of names.split(',')) expect([name, kindOf(name) ?? 'none']).toEqual([name, kind]);
});
