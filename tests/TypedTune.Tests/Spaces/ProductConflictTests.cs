namespace TypedTune.Tests.Spaces;

/// <summary>What must not be combined, and what the refusal says.</summary>
public sealed class ProductConflictTests
{
    [Fact]
    public void HyperparameterBoundTwice_IsRefused()
    {
        var p = Toy.Space;

        var exception = Assert.Throws<ArgumentException>(() => p.Height.In(1) * (p.Width.In(1) + p.Height.In(2)));

        Assert.Equal("Height is bound in both factors of a product. Bind it in one of them, or join alternatives with +.", exception.Message);
    }

    [Fact]
    public void ContinuumBoundTwice_IsRefused()
    {
        var p = Settings.Space;

        var exception = Assert.Throws<ArgumentException>(() => p.Share.Uniform(0, 1) * p.Share.In(0.5));

        Assert.StartsWith("Share is bound in both factors", exception.Message);
    }

    [Fact]
    public void TwoOptionsOfOneChoice_AreRefused()
    {
        var p = Vehicle.Space;

        var exception = Assert.Throws<ArgumentException>(() => p.Engine.Diesel.Cylinders.In(4) * p.Engine.Electric.Range.In(300));

        Assert.Equal("Engine is Diesel in one factor of a product and Electric in the other. Join options with + before multiplying.", exception.Message);
    }

    [Fact]
    public void ChoiceAsAWholeAndItsOption_AreRefused()
    {
        var p = Vehicle.Space;

        var exception = Assert.Throws<ArgumentException>(() => p.Engine.Any() * p.Engine.Electric.Range.In(300));

        Assert.Equal("Engine is bound as a whole in one factor of a product and Electric in the other. Join options with + before multiplying.", exception.Message);
    }

    [Fact]
    public void SeveralHyperparametersOfOneOption_Combine() =>
        Assert.Equal(4, (Vehicle.Space.Engine.Diesel.Cylinders.In(4, 6) * Vehicle.Space.Engine.Diesel.IsTurbo.Any()).Count);

    [Fact]
    public void RootsThatDiffer_AreRefused()
    {
        var other = Toy.SpaceFrom(new Toy { Width = 3 });
        const string Message = "Spaces that start from different configurations cannot be combined. Build both from the same Space or SpaceFrom(…).";

        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => Toy.Space.Height.In(1) * other.Shade.Any()).Message);
        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => Toy.Space.Height.In(1) + other.Shade.Any()).Message);
    }

    [Fact]
    public void Null_IsRefusedByName()
    {
        Grid<Toy> nothing = null!;

        Assert.Equal("right", Assert.Throws<ArgumentNullException>(() => Toy.Space.Height.In(1) * nothing).ParamName);
        Assert.Equal("left", Assert.Throws<ArgumentNullException>(() => nothing + Toy.Space.Height.In(1)).ParamName);
        Assert.Equal("condition", Assert.Throws<ArgumentNullException>(() => Toy.Space.Height.In(1).Where(null!)).ParamName);
        Assert.Equal("root", Assert.Throws<ArgumentNullException>(() => Toy.SpaceFrom(null!)).ParamName);
    }
}
