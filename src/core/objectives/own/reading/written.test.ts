/** Tables as programs write them, in `written/`: who wrote them, and what they mean. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readTableBytes } from './read.ts';
import { inOneLine } from './testing.ts';

const folder = new URL('./written/', import.meta.url);

const READINGS: [file: string, reading: string][] = [
  [
    'hiplot.csv',
    'hiplot: lr linear, dropout linear → exp/loss minimise-name: 0.01,0.1 → 0.5; 0.1,0.2 → 0.4 | uid ignored-id | from_uid ignored-id',
  ],
  [
    'hiplot.json',
    'hiplot: lr linear, dropout linear → loss minimise-name: 0.01,0.1 → 0.5; 0.1,0.2 → 0.4 | uid ignored-id | from_uid ignored-id | optimizer filter-texts | left-not-finite 3 | note-open optimizer,2',
  ],
  [
    'keras-tuner.csv',
    'keras-tuner: hyperparameters/learning_rate log, hyperparameters/units integer → score maximise-name: 0.001,64 → 0.91; 0.01,128 → 0.88; 0.0001,256 → 0.93 | trial_id ignored-id | hyperparameters/activation filter-texts | hyperparameters/tuner/epochs ignored-maker | best_step ignored-progress | status state | left-failed 4 | note-open hyperparameters/activation,2',
  ],
  [
    'keras-tuner.json',
    'keras-tuner: hyperparameters.values.lr linear, hyperparameters.values.units integer → score minimise-stated: 0.01,32 → 0.3; 0.1,64 → 0.5 | trial_id ignored-id | hyperparameters.space ignored-maker | metrics.metrics.val_loss.direction ignored-maker | metrics.metrics.val_loss.observations ignored-maker | best_step ignored-progress | status state',
  ],
  [
    'mlflow.csv',
    'mlflow: params.alpha linear, params.l1_ratio linear → metrics.val_rmse minimise-name: 0.1,0.5 → 0.79; 0.01,0.2 → 0.75 | run_id ignored-id | experiment_id ignored-id | status state | artifact_uri ignored-maker | start_time ignored-time | end_time ignored-time | metrics.train_rmse ignored-training | params.solver ignored-constant | tags.mlflow.user ignored-maker | left-failed 3',
  ],
  [
    'numpy-comma.csv',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.5; 0.01,512 → 0.3; 0.001,2048 → 0.4',
  ],
  [
    'numpy-no-header.txt',
    'A log, B integer → C minimise-default: 0.1,1024 → 0.5; 0.01,512 → 0.3; 0.001,2048 → 0.4',
  ],
  [
    'numpy.txt',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.5; 0.01,512 → 0.3; 0.001,2048 → 0.4',
  ],
  [
    'optuna-columns.json',
    'optuna: params_dropout linear, params_layers integer, params_lr log → value minimise-default: 0.3601622467,1,0.0004656805 → 0.48032781; 0.0931301057,2,0.0000234075 → 2.9721352467; 0.3426097502,1,0.0004750924 → 0.4570821742; 0.4841307879,2,0.0159579932 → 2.1512875173; 0.2105538125,4,0.0000247393 → 3.0317580668; 0.3432504638,4,0.0001828363 → 1.1278021823 | number ignored-id | datetime_start ignored-time | datetime_complete ignored-time | duration ignored-time | params_optimizer filter-texts | user_attrs_gpu ignored-maker | state state | left-failed 4 | left-pruned 6 | left-unfinished 9 | note-open params_optimizer,2',
  ],
  [
    'optuna-lines.jsonl',
    'optuna: params_dropout linear, params_layers integer, params_lr log → value minimise-default: 0.3601622467,1,0.0004656805 → 0.48032781; 0.0931301057,2,0.0000234075 → 2.9721352467; 0.3426097502,1,0.0004750924 → 0.4570821742; 0.4841307879,2,0.0159579932 → 2.1512875173; 0.2105538125,4,0.0000247393 → 3.0317580668; 0.3432504638,4,0.0001828363 → 1.1278021823 | number ignored-id | datetime_start ignored-time | datetime_complete ignored-time | duration ignored-time | params_optimizer filter-texts | user_attrs_gpu ignored-maker | state state | left-failed 4 | left-pruned 6 | left-unfinished 9 | note-open params_optimizer,2',
  ],
  [
    'optuna-multi-index.csv',
    'optuna: params dropout linear, params layers integer, params lr log → value minimise-default: 0.36016224672107905,1,0.00046568046379195655 → 0.48032780997835345; 0.09313010568883545,2,0.000023407464805767515 → 2.9721352467300908; 0.34260975019837975,1,0.00047509237210306113 → 0.457082174238689; 0.48413078785969876,2,0.015957993164212966 → 2.151287517265053; 0.21055381250252608,4,0.00002473929591304018 → 3.0317580667734925; 0.34325046384079183,4,0.00018283634209844532 → 1.127802182290249 | A ignored-index | number ignored-id | datetime_start ignored-time | datetime_complete ignored-time | duration ignored-time | params optimizer filter-texts | user_attrs gpu ignored-maker | state state | left-failed 6 | left-pruned 8 | left-unfinished 11 | note-open params optimizer,2',
  ],
  [
    'optuna-print.txt',
    'optuna: params_lr log, params_dropout linear → value minimise-default: 0.000466,0.360162 → 0.480328; 0.000023,0.09313 → 2.972135; 0.000475,0.34261 → 0.457082; 0.015958,0.484131 → 2.151288; 0.000025,0.210554 → 3.031758; 0.000183,0.34325 → 1.127802 | A ignored-index | number ignored-id | state state | duration ignored-time | left-failed 5 | left-pruned 7 | left-unfinished 10',
  ],
  [
    'optuna-split.json',
    'optuna: params_dropout linear, params_layers integer, params_lr log → value minimise-default: 0.3601622467,1,0.0004656805 → 0.48032781; 0.0931301057,2,0.0000234075 → 2.9721352467; 0.3426097502,1,0.0004750924 → 0.4570821742; 0.4841307879,2,0.0159579932 → 2.1512875173; 0.2105538125,4,0.0000247393 → 3.0317580668; 0.3432504638,4,0.0001828363 → 1.1278021823 | number ignored-id | datetime_start ignored-time | datetime_complete ignored-time | duration ignored-time | params_optimizer filter-texts | user_attrs_gpu ignored-maker | state state | left-failed 4 | left-pruned 6 | left-unfinished 9 | note-open params_optimizer,2',
  ],
  [
    'optuna-two-objectives.csv',
    'optuna: params_x log, params_y linear → values_0 minimise-default: 0.417022004702574,0.7203244934421581 → 0.417022004702574; 0.00011437481734488664,0.30233257263183977 → 0.00011437481734488664; 0.14675589081711304,0.0923385947687978 → 0.14675589081711304; 0.1862602113776709,0.34556072704304774 → 0.1862602113776709 | number ignored-id | values_1 ignored-result | datetime_start ignored-time | datetime_complete ignored-time | duration ignored-time | state state | note-objectives values_0,2',
  ],
  [
    'optuna.csv',
    'optuna: params_dropout linear, params_layers integer, params_lr log → value minimise-default: 0.36016224672107905,1,0.00046568046379195655 → 0.48032780997835345; 0.09313010568883545,2,0.000023407464805767515 → 2.9721352467300908; 0.34260975019837975,1,0.00047509237210306113 → 0.457082174238689; 0.48413078785969876,2,0.015957993164212966 → 2.151287517265053; 0.21055381250252608,4,0.00002473929591304018 → 3.0317580667734925; 0.34325046384079183,4,0.00018283634209844532 → 1.127802182290249 | A ignored-index | number ignored-id | datetime_start ignored-time | datetime_complete ignored-time | duration ignored-time | params_optimizer filter-texts | user_attrs_gpu ignored-maker | state state | left-failed 5 | left-pruned 7 | left-unfinished 10 | note-open params_optimizer,2',
  ],
  [
    'pandas-abridged.txt',
    'lr linear, wd linear → err minimise-name: 0.064305,0.870855 → 0.063773; 0.262652,0.612688 → 0.125451; 0.011871,0.727281 → 0.587071; 0.364374,0.294713 → 0.533601; 0.410116,0.768731 → 0.548836; 0.668809,0.727319 → 0.7037; 0.99294,0.928343 → 0.089887; 0.633942,0.83353 → 0.288191; 0.421418,0.352831 → 0.858081; 0.796254,0.349495 → 0.205559 | A ignored-index | left-gap 7',
  ],
  [
    'pandas-comma.csv',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.5; 0.01,512 → 0.3; 0.001,2048 → 0.4',
  ],
  [
    'pandas-groups.csv',
    'lr log, batch integer → err mean minimise-name: 0.001,2048 → 0.43500000000000005; 0.01,512 → 0.32499999999999996; 0.1,1024 → 0.515 | err std ignored-spread | err min ignored-extreme',
  ],
  [
    'pandas-index-name.txt',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.5; 0.01,512 → 0.3; 0.001,2048 → 0.4',
  ],
  [
    'pandas-index.json',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.5; 0.01,512 → 0.3; 0.001,2048 → 0.4',
  ],
  [
    'pandas-seeds.csv',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.515; 0.01,512 → 0.32499999999999996; 0.001,2048 → 0.43500000000000005 | seed ignored-seed | note-repeats 3',
  ],
  [
    'pandas-table.json',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.5; 0.01,512 → 0.3; 0.001,2048 → 0.4 | index ignored-id',
  ],
  [
    'pandas-tabs.txt',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.5; 0.01,512 → 0.3; 0.001,2048 → 0.4 | A ignored-index',
  ],
  [
    'pandas-values.json',
    'A log, B integer → C minimise-default: 0.1,1024 → 0.5; 0.01,512 → 0.3; 0.001,2048 → 0.4',
  ],
  [
    'ray-tune.csv',
    'ray-tune: config/lr linear, config/momentum linear → mean_accuracy maximise-name: 0.1,0.5 → 0.7; 0.01,0.9 → 0.78 | time_this_iter_s ignored-time | done ignored-maker | training_iteration ignored-progress | trial_id ignored-id | date ignored-time | timestamp ignored-time | time_total_s ignored-time | pid ignored-machine | hostname ignored-machine | node_ip ignored-machine | iterations_since_restore ignored-maker | logdir ignored-machine | note-last training_iteration,2',
  ],
  ['results.csv', 'csv-results {}'],
  [
    'sklearn-forest.csv',
    'scikit-learn: param_max_depth integer, param_min_samples_leaf integer → mean_test_score maximise-maker: 2,1 → -0.04666666666666667; 2,2 → -0.06666666666666667; 4,1 → -0.05333333333333334; 4,2 → -0.04666666666666667 | mean_fit_time ignored-time | std_fit_time ignored-time | mean_score_time ignored-time | std_score_time ignored-time | param_max_features filter-set | params ignored-maker | split0_test_score ignored-one-fold | split1_test_score ignored-one-fold | split2_test_score ignored-one-fold | std_test_score ignored-spread | rank_test_score ignored-rank | left-gap 2,3 | left-where 4,5,8,9,12,13 | note-mixed param_max_features,sqrt',
  ],
  [
    'sklearn-grid.csv',
    'scikit-learn: param_C log, param_gamma linear → mean_test_score maximise-maker: 0.1,0.01 → 0.52; 0.1,0.1 → 0.9266666666666666; 1,0.01 → 0.94; 1,0.1 → 0.9666666666666667; 10,0.01 → 0.9666666666666667; 10,0.1 → 0.9733333333333333 | A ignored-index | mean_fit_time ignored-time | std_fit_time ignored-time | mean_score_time ignored-time | std_score_time ignored-time | param_kernel ignored-constant | params ignored-maker | split0_test_score ignored-one-fold | split1_test_score ignored-one-fold | split2_test_score ignored-one-fold | std_test_score ignored-spread | rank_test_score ignored-rank | split0_train_score ignored-one-fold | split1_train_score ignored-one-fold | split2_train_score ignored-one-fold | mean_train_score ignored-training | std_train_score ignored-spread',
  ],
  [
    'sklearn-two-scores.csv',
    'scikit-learn: param_C log, param_gamma linear → mean_test_accuracy maximise-maker: 0.1,0.01 → 0.52; 0.1,0.1 → 0.9266666666666666; 1,0.01 → 0.94; 1,0.1 → 0.9666666666666667; 10,0.01 → 0.9666666666666667; 10,0.1 → 0.9733333333333333 | mean_fit_time ignored-time | std_fit_time ignored-time | mean_score_time ignored-time | std_score_time ignored-time | params ignored-maker | split0_test_accuracy ignored-one-fold | split1_test_accuracy ignored-one-fold | split2_test_accuracy ignored-one-fold | std_test_accuracy ignored-spread | rank_test_accuracy ignored-rank | split0_test_neg_log_loss ignored-one-fold | split1_test_neg_log_loss ignored-one-fold | split2_test_neg_log_loss ignored-one-fold | mean_test_neg_log_loss ignored-result | std_test_neg_log_loss ignored-spread | rank_test_neg_log_loss ignored-rank | note-objectives mean_test_accuracy,2',
  ],
  [
    'trace.csv',
    'trial-by-trial: x1 linear, x2 linear → y minimise-maker: -2.4707216897513717,11.074717047158629 → 2.6040542906250668; -1.9931689486838877,2.1621922950726002 → 62.663119761337114; 0.09103357908315957,5.0987371418159455 → 20.136082180272364 | strategy ignored-maker | trial ignored-id | batch ignored-maker | true_value ignored-maker | best ignored-maker | feasible state | failure ignored-empty | why ignored-maker',
  ],
  [
    'trace.json',
    'trial-by-trial: x1 linear, x2 linear → y minimise-maker: -2.4707216897513717,11.074717047158629 → 2.6040542906250668; -1.9931689486838877,2.1621922950726002 → 62.663119761337114; 0.09103357908315957,5.0987371418159455 → 20.136082180272364 | strategy ignored-maker | trial ignored-id | batch ignored-maker | true_value ignored-maker | best ignored-maker | feasible state | failure ignored-empty',
  ],
  ['wandb-history.csv', 'csv-history {}'],
  [
    'wandb.csv',
    'wandb: batch_size integer, learning_rate linear → val_loss minimise-name: 32,0.001 → 0.31; 64,0.01 → 0.29; 128,0.003 → 0.4 | Name ignored-maker | State state | Notes ignored-empty | User ignored-machine | Tags ignored-empty | Created ignored-time | Runtime ignored-time | Sweep ignored-machine | epochs ignored-constant | optimizer filter-texts | epoch ignored-progress | train_loss ignored-training | val_accuracy ignored-result | left-failed 3 | left-unfinished 5 | note-open optimizer,2',
  ],
];

it.each(READINGS)('%s', (file, reading) => {
  expect(inOneLine(readTableBytes(readFileSync(new URL(file, folder))))).toBe(reading);
});

it('states a reading of every file', () => {
  const files = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(READINGS.map(([file]) => file).sort()).toEqual(files.sort());
});
