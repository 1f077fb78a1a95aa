using TypedTune.Contracts;

namespace TypedTune.Learning.Tests.Persistence;

/// <summary>A pipeline whose model is a choice, and with a step of a user.</summary>
public sealed class SavedChoiceTests : PersistentModelContract<FlowerModel.Fitted>
{
    private static readonly Table<Flower> Rows = Flower.Many(50);

    [Fact]
    public void EveryOption_ComesBackAsItself()
    {
        var model = new FlowerModel { Model = new KNeighborsClassifier() }.Fit(Rows);
        using var stream = new MemoryStream();
        model.Save(stream);
        stream.Position = 0;

        var loaded = FlowerModel.Fitted.Load(stream);

        Assert.IsType<FittedKNeighborsClassifier>(loaded.Model);
        Assert.Equal(Answers(model), Answers(loaded));
    }

    [Fact]
    public void ModelThatIsNoOption_IsNotSaved()
    {
        var model = new FlowerModel { Model = new DecisionTreeClassifier() }.Fit(Rows);

        var error = Assert.Throws<NotSupportedException>(() => model.Save(new MemoryStream()));

        Assert.Contains("DecisionTreeClassifier", error.Message, StringComparison.Ordinal);
    }

    protected override FlowerModel.Fitted Create() => new FlowerModel { Model = new RandomForestClassifier { Trees = 2, MaxDepth = 4 } }.Fit(Rows);

    protected override IEnumerable<object?> Answers(FlowerModel.Fitted model) => [model.Configuration, .. Numbers.Of(model.PredictProbabilities(Rows))];
}
