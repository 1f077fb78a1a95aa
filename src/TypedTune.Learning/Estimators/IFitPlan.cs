namespace TypedTune.Learning;

/// <summary>
/// Collects the steps and predictors that must be fitted. Adding a step that the plan has already, with an equal configuration and the same input, returns the
/// existing handle, so that candidates share work.
/// </summary>
/// <remarks>
/// Called by generated code and by estimators made of other estimators; not for implementing. One plan serves all folds, which differ in their rows alone.
/// Functions given to it must depend on the configuration alone. Not thread safe.
/// </remarks>
public interface IFitPlan
{
    /// <summary>Selects the columns of numbers that a branch works on.</summary>
    /// <typeparam name="TRow">The rows' type.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns, in order.</param>
    DataHandle<FeatureMatrix> Numbers<TRow>(DataHandle<Table<TRow>> rows, params NumberColumn<TRow>[] columns)
        where TRow : IRow<TRow>;

    /// <summary>Selects the columns of categories that a branch works on.</summary>
    /// <typeparam name="TRow">The rows' type.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns, in order.</param>
    DataHandle<CategoryMatrix> Categories<TRow>(DataHandle<Table<TRow>> rows, params CategoryColumn<TRow>[] columns)
        where TRow : IRow<TRow>;

    /// <summary>Selects the features of a dataset.</summary>
    /// <param name="data">The rows.</param>
    DataHandle<FeatureMatrix> Features(DataHandle<Dataset> data);

    /// <summary>Adds a step.</summary>
    /// <typeparam name="TInput">The input that it reads.</typeparam>
    /// <typeparam name="TOutput">The output that it makes.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="path">The path of the step in the pipeline, as <c>Preprocessing.Geo</c>.</param>
    /// <param name="step">The configuration.</param>
    /// <param name="input">Its input.</param>
    StepHandle<TFitted, TOutput> AddStep<TInput, TOutput, TFitted>(string path, IStep<TInput, TOutput, TFitted> step, DataHandle<TInput> input)
        where TFitted : IFittedStep<TInput, TOutput>;

    /// <summary>Adds a step that may be of several types.</summary>
    /// <inheritdoc cref="AddStep{TInput, TOutput, TFitted}"/>
    StepHandle<IFittedStep<TInput, TOutput>, TOutput> AddStep<TInput, TOutput>(string path, IStep<TInput, TOutput> step, DataHandle<TInput> input);

    /// <summary>Adds a regressor.</summary>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="path">The path of the predictor in the pipeline.</param>
    /// <param name="regressor">The configuration.</param>
    /// <param name="input">Its features.</param>
    PredictionHandle<TFitted> AddRegressor<TFitted>(string path, IRegressor<TFitted> regressor, DataHandle<FeatureMatrix> input)
        where TFitted : IFittedRegressor;

    /// <summary>Adds a regressor that may be of several types.</summary>
    /// <inheritdoc cref="AddRegressor{TFitted}"/>
    PredictionHandle<IFittedRegressor> AddRegressor(string path, IRegressor regressor, DataHandle<FeatureMatrix> input);

    /// <summary>Adds a classifier.</summary>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="path">The path of the predictor in the pipeline.</param>
    /// <param name="classifier">The configuration.</param>
    /// <param name="input">Its features.</param>
    /// <param name="withProbabilities">Whether it is asked for the probability of each label, whatever the metrics need: for an adjustment behind it. Default: false.</param>
    PredictionHandle<TFitted> AddClassifier<TFitted>(string path, IClassifier<TFitted> classifier, DataHandle<FeatureMatrix> input, bool withProbabilities = false)
        where TFitted : IFittedClassifier;

    /// <summary>Adds a classifier that may be of several types.</summary>
    /// <inheritdoc cref="AddClassifier{TFitted}"/>
    PredictionHandle<IFittedClassifier> AddClassifier(string path, IClassifier classifier, DataHandle<FeatureMatrix> input, bool withProbabilities = false);

    /// <summary>Adds an adjustment of a classifier's probabilities.</summary>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="path">The path of the adjustment in the pipeline.</param>
    /// <param name="adjustment">The configuration.</param>
    /// <param name="classifier">A classifier that was added with its probabilities, a pipeline that ends in one, or another adjustment.</param>
    /// <exception cref="ArgumentException">Candidates are scored out of bag, or the number of its folds depends on the rows.</exception>
    PredictionHandle<TFitted> AddAdjustment<TFitted>(string path, IProbabilityAdjustment<TFitted> adjustment, PredictionHandle classifier)
        where TFitted : IFittedProbabilityAdjustment;

    /// <summary>Puts the branches of a column transformer side by side.</summary>
    /// <typeparam name="TFitted">The fitted column transformer.</typeparam>
    /// <param name="configuration">The column transformer.</param>
    /// <param name="branches">Each branch's name, which becomes the prefix of its features, and its output.</param>
    /// <param name="create">Makes the fitted object of the output's names and of the fitted branches.</param>
    StepHandle<TFitted, FeatureMatrix> Concatenate<TFitted>(object configuration, (string Name, DataHandle<FeatureMatrix> Output)[] branches, Func<FeatureNames, IFits, TFitted> create);

    /// <summary>Joins the steps of a pipeline that ends in data to one step.</summary>
    /// <typeparam name="TFitted">The fitted pipeline.</typeparam>
    /// <typeparam name="TOutput">The last step's output.</typeparam>
    /// <param name="configuration">The pipeline.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="last">Its last step.</param>
    /// <param name="create">Makes the fitted pipeline of the fitted steps.</param>
    StepHandle<TFitted, TOutput> Assemble<TFitted, TOutput>(object configuration, FitHandle[] steps, DataHandle<TOutput> last, Func<IFits, TFitted> create);

    /// <summary>Joins the steps of a pipeline that ends in predictions to one predictor.</summary>
    /// <typeparam name="TFitted">The fitted pipeline.</typeparam>
    /// <param name="configuration">The pipeline.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="last">Its last step, whose predictions are the pipeline's.</param>
    /// <param name="create">Makes the fitted pipeline of the fitted steps.</param>
    PredictionHandle<TFitted> Assemble<TFitted>(object configuration, FitHandle[] steps, PredictionHandle last, Func<IFits, TFitted> create);

    /// <summary>Combines the predictions of several predictors for the same rows to one, as a vote does.</summary>
    /// <typeparam name="TFitted">The fitted whole.</typeparam>
    /// <param name="configuration">The whole; equal ones combine in the same way.</param>
    /// <param name="members">Predictors or whole pipelines on the same rows, at least one.</param>
    /// <param name="combine">Makes the prediction of the members' predictions, in their order, each of the same rows.</param>
    /// <param name="create">Makes the fitted whole of the fitted members.</param>
    /// <exception cref="ArgumentException">There is no member, or candidates are scored out of bag, which works for a single predictor only.</exception>
    PredictionHandle<TFitted> Combine<TFitted>(object configuration, PredictionHandle[] members, Func<IReadOnlyList<Predictions>, Predictions> combine, Func<IFits, TFitted> create);

    /// <summary>
    /// Makes features from the predictions of members (Wolpert, "Stacked generalization", Neural Networks 5, 1992). Training rows are predicted by members that
    /// were fitted on the other folds, rows to predict by members that were fitted on all training rows.
    /// </summary>
    /// <param name="members">Predictors or whole pipelines on the same rows, at least one.</param>
    /// <param name="folds">Divides the rows to learn from; each row must be held back once.</param>
    /// <param name="features">Makes the features of the members' predictions, in their order, each of the same rows; a static function, so that equal features are made once.</param>
    /// <exception cref="ArgumentException">There is no member, or candidates are scored out of bag, which works for a single predictor only.</exception>
    DataHandle<FeatureMatrix> OutOfFold(PredictionHandle[] members, ISplitter folds, Func<IReadOnlyList<Predictions>, FeatureMatrix> features);
}
