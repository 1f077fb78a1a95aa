using TypedTune.Learning;

namespace TypedTune.Generators.Tests;

public sealed class KnownNamesTests
{
    public static TheoryData<string, Type> Names => new()
    {
        { KnownNames.Generator, typeof(SpaceGenerator) },
        { KnownNames.Hyperparameter, typeof(HyperparameterAttribute) },
        { KnownNames.Configuration, typeof(ConfigurationAttribute) },
        { KnownNames.ConfigurationIgnore, typeof(ConfigurationIgnoreAttribute) },
        { KnownNames.AddedIn, typeof(AddedInAttribute) },
        { KnownNames.IConfiguration, typeof(IConfiguration) },
        { KnownNames.ParameterType, typeof(ParameterTypeAttribute) },
        { KnownNames.DeclaredRange, typeof(DeclaredRangeAttribute) },
        { KnownNames.Space, typeof(Space<>) },
        { KnownNames.Parameter, typeof(Parameter<,>) },
        { KnownNames.ParameterRange, typeof(ParameterRange<,>) },
        { KnownNames.Grid, typeof(Grid<>) },
        { KnownNames.Search, typeof(Search<>) },
        { KnownNames.IMetric, typeof(IMetric<>) },
        { KnownNames.Metric, typeof(Metric) },
        { KnownNames.Regression, typeof(IRegression) },
        { KnownNames.Classification, typeof(IClassification) },
        { KnownNames.MissingValues, typeof(MissingValuesAttribute) },
        { KnownNames.GridSearch, typeof(GridSearch<>) },
        { KnownNames.RandomizedSearch, typeof(RandomizedSearch<>) },
        { KnownNames.SearchExtensions, typeof(SearchExtensions) },
        { KnownNames.Estimator, typeof(IEstimator<,,>) },
        { KnownNames.KFold, typeof(KFold) },
        { KnownNames.StratifiedKFold, typeof(StratifiedKFold) },
        { KnownNames.Row, typeof(RowAttribute) },
        { KnownNames.IRow, typeof(IRow<>) },
        { KnownNames.Target, typeof(TargetAttribute) },
        { KnownNames.Column, typeof(ColumnAttribute) },
        { KnownNames.IgnoreColumn, typeof(IgnoreColumnAttribute) },
        { KnownNames.Pipeline, typeof(PipelineAttribute) },
        { KnownNames.ColumnTransformer, typeof(ColumnTransformerAttribute<>) },
        { KnownNames.Columns, typeof(ColumnsAttribute) },
        { KnownNames.DropColumns, typeof(DropColumnsAttribute) },
        { KnownNames.FittedStep, typeof(IFittedStep<,>) },
        { KnownNames.FittedRegressor, typeof(IFittedRegressor) },
        { KnownNames.FittedClassifier, typeof(IFittedClassifier) },
        { KnownNames.FittedProbabilisticClassifier, typeof(IFittedProbabilisticClassifier) },
        { KnownNames.ProbabilisticClassification, typeof(IProbabilisticClassification) },
        { KnownNames.Remainder, typeof(RemainderAttribute) },
        { KnownNames.Step, typeof(IStep<,>) },
        { KnownNames.TypedStep, typeof(IStep<,,>) },
        { KnownNames.Regressor, typeof(IRegressor) },
        { KnownNames.TypedRegressor, typeof(IRegressor<>) },
        { KnownNames.Classifier, typeof(IClassifier) },
        { KnownNames.TypedClassifier, typeof(IClassifier<>) },
        { KnownNames.FeatureImportances, typeof(IFeatureImportances) },
        { KnownNames.PersistentModel, typeof(IPersistentModel<>) },
        { KnownNames.FeatureMatrix, typeof(FeatureMatrix) },
        { KnownNames.CategoryMatrix, typeof(CategoryMatrix) },
        { KnownNames.Dataset, typeof(IDataset<>) },
        { KnownNames.Table, typeof(Table<>) },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void KnownName_IsTheRealTypesName(string name, Type type) => Assert.Equal(type.FullName, name);

    [Fact]
    public void OneOf_ExistsForEveryArityThatIsLookedFor()
    {
        var arities = typeof(OneOfAttribute<,>).Assembly.GetExportedTypes()
            .Where(type => type.FullName!.StartsWith(KnownNames.OneOf, StringComparison.Ordinal))
            .Select(type => type.GetGenericArguments().Length)
            .Order();

        Assert.Equal(Enumerable.Range(KnownNames.SmallestOneOf, KnownNames.LargestOneOf - KnownNames.SmallestOneOf + 1), arities);
    }
}
