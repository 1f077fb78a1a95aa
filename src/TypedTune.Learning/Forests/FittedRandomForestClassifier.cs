namespace TypedTune.Learning;

/// <summary>A grown random forest of a classification. Immutable and thread safe.</summary>
public sealed class FittedRandomForestClassifier : FittedClassificationTrees, IPersistentModel<FittedRandomForestClassifier>
{
    internal FittedRandomForestClassifier(RandomForestClassifier configuration, GrownTree[] trees, FeatureNames names, string[] levels)
        : base(nameof(RandomForestClassifier), trees, names, levels) => Configuration = configuration;

    /// <summary>The configuration that it was grown with.</summary>
    public RandomForestClassifier Configuration { get; }

    /// <summary>The number of trees.</summary>
    public int TreeCount => Trees.Count;

    /// <summary>
    /// The mean decrease in impurity, measured on the training rows that a tree did not learn from: near 0 for a feature that
    /// says nothing, however many distinct values it has, where <see cref="FittedTrees.FeatureImportances"/> is not.
    /// </summary>
    /// <param name="features">The N × P numbers that the forest was fitted on.</param>
    /// <param name="target">The N labels that it was fitted on.</param>
    /// <param name="weights">The N weights that it was fitted with; <see langword="null"/>, the default, where it was fitted without.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>
    /// One a feature, in units of Gini's impurity, whatever the trees were grown for; they are not normalised, and chance makes those of
    /// features without influence a little negative.
    /// </returns>
    /// <exception cref="ArgumentException">These are not the rows at fit, as far as that shows: other columns, another number of rows or weight; or a value is illegal.</exception>
    /// <exception cref="InvalidOperationException">Every tree learned from every row: see <see cref="ForestConfiguration.Sampling"/>.</exception>
    /// <remarks>
    /// MDI-oob (Li, Wang, Basu, Kumbier and Yu, "A debiased MDI feature importance measure for random forests", NeurIPS 2019),
    /// which Zhou and Hooker's unbiased importance (2021) agrees with but for the weights of nodes: for each split on a row's path the step from the node's value
    /// to the child's, times the row's label (1 for it, 0 for the others) less the node's shares, averaged over the rows out of bag and
    /// the trees. The paper multiplies with the label itself; on rows in the bag both are the decrease in impurity, and with the
    /// difference a shift of the target changes nothing. Which rows were out of bag is drawn again from the seed.
    /// </remarks>
    public FeatureImportances OutOfBagImportances(FeatureMatrix features, Categories target, double[]? weights = null, FitContext? context = null)
    {
        Require(features);
        ClassForest.Require(features, target, nameof(RandomForestClassifier));
        if (!target.Levels.SequenceEqual(Levels))
            throw new ArgumentException($"{nameof(RandomForestClassifier)} was fitted on the labels [{Excerpt.FromList(Levels)}], but was given [{Excerpt.FromList(target.Levels)}].", nameof(target));
        var rowWeights = RowWeights.From(Configuration.ClassWeights, target, weights);
        double[] labels = Array.ConvertAll(target.Codes.ToArray(), code => (double)code);
        return OutOfBagDecreases.Of(Ensemble, Configuration, new TrainingRows<double[]>(features, labels, weights), rowWeights, context ?? FitContext.Default);
    }

    static string IPersistentModel<FittedRandomForestClassifier>.ModelName => nameof(RandomForestClassifier);

    void IPersistentModel<FittedRandomForestClassifier>.Write(ModelWriter writer) => new ForestValues<RandomForestClassifier>(Configuration, FeatureNames, [.. Levels], [.. Trees]).Write(writer);

    static FittedRandomForestClassifier IPersistentModel<FittedRandomForestClassifier>.Read(ModelReader reader)
    {
        var values = ForestValues<RandomForestClassifier>.Read(reader, new RandomForestClassifier(), isClassifier: true);
        return new FittedRandomForestClassifier(values.Configuration, values.Trees, values.Names, values.Levels);
    }
}
