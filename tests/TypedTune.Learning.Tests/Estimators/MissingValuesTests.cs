using System.Reflection;

namespace TypedTune.Learning.Tests;

/// <summary>What steps and estimators say about missing values is what they do.</summary>
public sealed class MissingValuesTests
{
    private static readonly FeatureMatrix Complete = FeatureMatrix.FromColumns(new FeatureNames("A", "B"), [1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]);
    private static readonly FeatureMatrix Incomplete = FeatureMatrix.FromColumns(new FeatureNames("A", "B"), [1, double.NaN, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]);
    private static readonly CategoryMatrix IncompleteCategories = new(new FeatureNames("C"), Categories.From(["x", null, "y", "x", "x", "y"]));
    private static readonly double[] Numbers = [1, 2, 3, 4, 5, 6];

    public static TheoryData<Type> Declared => [.. typeof(MissingValuesAttribute).Assembly.GetTypes().Where(type => type.IsDefined(typeof(MissingValuesAttribute)))];

    [Theory]
    [MemberData(nameof(Declared))]
    public void DeclaredTreatment_IsWhatItDoes(Type type)
    {
        var treatment = type.GetCustomAttribute<MissingValuesAttribute>()!.Treatment;
        object configuration = Activator.CreateInstance(type)!;

        if (treatment == MissingValueTreatment.Refuse)
            Assert.Contains("missing", Assert.Throws<ArgumentException>(() => HasMissing(configuration)).Message, StringComparison.OrdinalIgnoreCase);
        else
            Assert.Equal(treatment == MissingValueTreatment.Keep, HasMissing(configuration));
    }

    [Fact]
    public void EveryStepAndEstimator_SaysWhatItDoes() => Assert.All(
        typeof(MissingValuesAttribute).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && new[] { typeof(IStep<FeatureMatrix, FeatureMatrix>), typeof(IStep<CategoryMatrix, FeatureMatrix>), typeof(IStep<CategoryMatrix, CategoryMatrix>), typeof(IRegressor), typeof(IClassifier) }.Any(contract => contract.IsAssignableFrom(type))),
        type => Assert.True(type.IsDefined(typeof(MissingValuesAttribute)), $"{type} does not say what it does with missing values."));

    private static FeatureMatrix IncompleteDates => Incomplete.WithKinds([.. Incomplete.Names.Select(_ => NumberKind.Date)]);

    // Whether what it makes of missing values has some; a predictor that works with them keeps them.
    private static bool HasMissing(object configuration) => configuration switch
    {
        DateParts parts => HasMissing(parts.Fit(IncompleteDates).Transform(IncompleteDates)),
        IStep<FeatureMatrix, FeatureMatrix> step => HasMissing(step.Fit(Incomplete).Transform(Incomplete)),
        IStep<CategoryMatrix, FeatureMatrix> step => HasMissing(step.Fit(IncompleteCategories).Transform(IncompleteCategories)),
        IStep<CategoryMatrix, CategoryMatrix> step => step.Fit(IncompleteCategories).Transform(IncompleteCategories).Column(0).Codes.Contains(-1),
        IRegressor regressor => Predicts(regressor.Fit(Complete, Numbers).Predict(Incomplete)) && Predicts(regressor.Fit(Incomplete, Numbers).Predict(Incomplete)),
        IClassifier classifier => classifier.Fit(Incomplete, Categories.From(["a", "b", "a", "b", "a", "b"])).Predict(Incomplete).RowCount == Numbers.Length,
        _ => throw new NotSupportedException($"{configuration} is neither a step nor an estimator."),
    };

    private static bool HasMissing(FeatureMatrix matrix) => matrix.AsColumnMajor().ToArray().Any(double.IsNaN);

    private static bool Predicts(double[] predictions) => predictions.All(double.IsFinite);
}
